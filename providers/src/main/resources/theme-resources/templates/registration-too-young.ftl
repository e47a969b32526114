<#import "template.ftl" as layout>
<#import "agreements-commons.ftl" as commons>
<@commons.called msg("agreementsTooYoungTitle")/>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <@commons.own "span">${msg("agreementsTooYoungTitle")}</@commons.own>
  <#elseif section = "form">
    <@commons.assets agreementAssets/>
    <@commons.own>
    <div class="agr-form" id="registration-too-young">
      <p class="agr-intro">${msg("agreementsTooYoungIntro", minimumAge)}</p>
      <p>${msg("agreementsTooYoungNothingKept")}</p>
      <ul class="agr-ways">
        <li>${msg("agreementsTooYoungMistake")}</li>
        <li>${msg("agreementsTooYoungGuardian")}</li>
      </ul>
      <#if (client.baseUrl)?has_content>
      <p class="agr-ways-on"><a href="${client.baseUrl}">${msg("agreementsBackToApplication")}</a></p>
      </#if>
    </div>
    <@commons.contact/>
    </@commons.own>
  </#if>
</@layout.registrationLayout>
