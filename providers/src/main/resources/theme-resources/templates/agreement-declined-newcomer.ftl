<#import "template.ftl" as layout>
<#import "agreements-commons.ftl" as commons>
<@commons.called msg(stopped?then("agreementsStoppedTitle", "agreementsDeclinedTitle"))/>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <@commons.own "span">${msg(stopped?then("agreementsStoppedTitle", "agreementsDeclinedTitle"))}</@commons.own>
  <#elseif section = "form">
    <@commons.assets agreementAssets/>
    <@commons.own>
    <form id="agreement-declined-form" class="${properties.kcFormClass!} agr-form" action="${url.loginAction}" method="post" data-agreement-once>
      <p class="agr-intro">${msg(stopped?then("agreementsStoppedNewcomerIntro", "agreementsDeclinedNewcomerIntro"))}</p>
      <ul class="agr-ways">
        <li>${msg(stopped?then("agreementsStoppedRead", "agreementsDeclinedRead"))}</li>
        <li>${msg("agreementsDeclinedNewcomerLeave")}</li>
      </ul>
      <div class="agr-buttons">
        <button class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="agreements-decision" value="read">${msg("agreementsReadAgain")}</button>
        <button class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="agreements-decision" value="leave">${msg("agreementsBackToApplication")}</button>
      </div>
    </form>
    </@commons.own>
  </#if>
</@layout.registrationLayout>
