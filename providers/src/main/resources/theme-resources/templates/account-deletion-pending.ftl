<#import "template.ftl" as layout>
<#import "agreements-commons.ftl" as commons>
<@commons.called msg("accountDeletionPendingTitle")/>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <@commons.own "span">${msg("accountDeletionPendingTitle")}</@commons.own>
  <#elseif section = "form">
    <@commons.assets agreementAssets/>
    <@commons.own>
    <form id="account-deletion-pending-form" class="${properties.kcFormClass!} agr-form" action="${url.loginAction}" method="post" data-agreement-once>
      <p class="agr-intro"><#if deletionHeld>${msg("accountDeletionPendingHeld")}<#elseif deletionIsDue>${msg("accountDeletionPendingDue")}<#else>${msg("accountDeletionPendingIntro", deletionDate)}</#if></p>
      <p>${msg("accountDeletionPendingChoice")}</p>
      <div class="agr-buttons">
        <button class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="account-deletion-decision" value="keep">${msg("accountDeletionCancel")}</button>
        <button class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="account-deletion-decision" value="leave">${msg("agreementsSignOut")}</button>
      </div>
    </form>
    </@commons.own>
  </#if>
</@layout.registrationLayout>
