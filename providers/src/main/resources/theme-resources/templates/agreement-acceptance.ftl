<#import "template.ftl" as layout>
<#import "agreements-commons.ftl" as commons>
<#assign labels=agreements.labels()>
<@commons.called labels.heading/>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <@commons.own "span">${labels.heading}</@commons.own>
  <#elseif section = "form">
    <@commons.assets agreements.assets()/>
    <#if messagesPerField.exists("global")><@commons.told/></#if>
    <@commons.own>
    <form id="agreement-acceptance-form" class="${properties.kcFormClass!} agr-form" action="${url.loginAction}" method="post" data-agreement-once>
      <p class="agr-intro">${labels.intro}</p>
      <#if labels.reason??>
        <p class="agr-reason" dir="auto">${labels.reason}</p>
      </#if>
      <@commons.demands agreements/>
      <#-- Never between what is demanded and its buttons. -->
      <#if !agreements.required()?has_content><@commons.options agreements/></#if>
      <div class="agr-decision">
      <@commons.sentences labels/>
      <div class="agr-buttons">
        <button class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="agreements-decision" value="${agreements.answer()}">${labels[agreements.answer()]}</button>
        <#if labels.later??>
          <button class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="agreements-decision" value="later">${labels.later}</button>
        </#if>
        <#if labels.decline??>
          <button class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="agreements-decision" value="decline">${labels.decline}</button>
        </#if>
        <#if labels.stop??>
          <button class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="agreements-decision" value="stop">${labels.stop}</button>
        </#if>
      </div>
      </div>
      <#if agreements.required()?has_content><@commons.options agreements/></#if>
    </form>
    </@commons.own>
  </#if>
</@layout.registrationLayout>
