<#import "template.ftl" as layout>
<#import "agreements-commons.ftl" as commons>
<#assign labels=agreements.labels()>
<@layout.registrationLayout; section>
  <#if section = "header">
    <@commons.own "span">${labels.heading}</@commons.own>
  <#elseif section = "form">
    <@commons.assets agreements.assets()/>
    <@commons.own>
    <form action="${url.loginAction}" method="post">
      <input type="hidden" name="agreements-presentation" value="${agreements.presentation()}">
      <button class="${properties.kcButtonClass!}" type="submit" name="agreements-decision" value="${agreements.answer()}">${labels[agreements.answer()]}</button>
      <#list agreements.required() as item>
        <div class="agr-text" data-agreement-text="agreement-${item.view().key()}">${item.view().html()?no_esc}</div>
      </#list>
      <label><input type="checkbox" name="newsletter" checked> Newsletter</label>
      <a href="/decline">${labels.decline!}</a>
    </form>
    </@commons.own>
  </#if>
</@layout.registrationLayout>
