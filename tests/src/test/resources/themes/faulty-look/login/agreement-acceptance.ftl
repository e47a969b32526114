<#import "template.ftl" as layout>
<#import "agreements-commons.ftl" as commons>
<#assign labels=agreements.labels()>
<@layout.registrationLayout; section>
  <#if section = "header">
    <@commons.own "span">${labels.heading}</@commons.own>
  <#elseif section = "form">
    <@commons.assets agreements.assets()/>
    <style>
      .faulty { display: flex; flex-direction: column; }
      .faulty .agr-buttons { order: -1; }
      .faulty .agr-intro { color: #bbb; }
      .faulty .agr-text { max-height: 1rem; overflow: hidden; }
      .faulty [value="decline"] { font-size: 0.5rem; }
    </style>
    <@commons.own>
    <form class="faulty" action="${url.loginAction}" method="post">
      <p class="agr-intro">${labels.intro}</p>
      <@commons.demands agreements/>
      <@commons.options agreements/>
      <div class="agr-buttons">
        <button class="${properties.kcButtonSecondaryClass!}" type="submit" name="agreements-decision" value="${agreements.answer()}">${labels[agreements.answer()]}</button>
        <button class="${properties.kcButtonSecondaryClass!}" type="submit" name="agreements-decision" value="decline">${labels.decline!}</button>
      </div>
    </form>
    </@commons.own>
  </#if>
</@layout.registrationLayout>
