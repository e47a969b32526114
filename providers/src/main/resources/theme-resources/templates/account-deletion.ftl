<#import "template.ftl" as layout>
<#import "agreements-commons.ftl" as commons>
<@commons.called msg("accountDeletionTitle")/>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <@commons.own "span">${msg("accountDeletionTitle")}</@commons.own>
  <#elseif section = "form">
    <@commons.assets agreementAssets/>
    <@commons.told/>
    <@commons.own>
    <form id="account-deletion-form" class="${properties.kcFormClass!} agr-form" action="${url.loginAction}" method="post" data-agreement-once>
      <p class="agr-intro"><#if deletionDays == 0>${msg("accountDeletionIntroNow")}<#else>${msg("accountDeletionIntro", deletionDays?c, deletionDate)}</#if></p>
      <h2 class="agr-optional-heading">${msg("accountDeletionErased")}</h2>
      <ul class="agr-ways">
        <li>${msg("accountDeletionErasedAccount")}</li>
        <li>${msg("accountDeletionErasedSessions")}</li>
        <li>${msg((deletionRecords == "ERASED")?then("accountDeletionErasedRecords", "accountDeletionErasedRecordsLater"))}</li>
        <#if deletionErasesEvents><li>${msg("accountDeletionErasedEvents")}</li></#if>
      </ul>
      <h2 class="agr-optional-heading">${msg("accountDeletionKept")}</h2>
      <ul class="agr-ways">
        <li>${msg("accountDeletionKeptRecords")}</li>
        <#if deletionRecords == "HELD"><li>${msg("accountDeletionKeptHeld")}</li></#if>
        <li>${msg("accountDeletionKeptAdministrators")}</li>
        <#if !deletionErasesEvents><li>${msg("accountDeletionKeptEvents")}</li></#if>
        <li>${msg("accountDeletionKeptLogs")}</li>
      </ul>
      <div class="agr-buttons">
        <button class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}" type="submit" <#if deletionInitiated>name="cancel-aia" value="true"<#else>name="account-deletion-decision" value="keep"</#if>>${msg("accountDeletionKeep")}</button>
        <button class="${properties.kcButtonDangerClass!"pf-v5-c-button pf-m-danger"} ${properties.kcButtonBlockClass!}" type="submit" name="account-deletion-decision" value="request">${msg("accountDeletionRequest")}</button>
      </div>
    </form>
    </@commons.own>
  </#if>
</@layout.registrationLayout>
