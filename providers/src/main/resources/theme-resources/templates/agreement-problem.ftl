<#import "template.ftl" as layout>
<#import "agreements-commons.ftl" as commons>
<@commons.called msg("errorTitle")/>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg("errorTitle")}
  <#elseif section = "form">
    <@commons.assets agreementAssets/>
    <@commons.own>
    <div id="kc-error-message">
      <p class="instruction">${msg(problem)}</p>
      <p class="agr-ways-on"><a href="${agreementsUrl}">${msg("agreementsSeeAll")}</a></p>
    </div>
    <@commons.contact/>
    </@commons.own>
  </#if>
</@layout.registrationLayout>
