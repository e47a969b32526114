<#import "template.ftl" as layout>
<#import "agreements-commons.ftl" as commons>
<@commons.called msg(stopped?then("agreementsStoppedTitle", "agreementsDeclinedTitle"))/>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <@commons.own "span">${msg(stopped?then("agreementsStoppedTitle", "agreementsDeclinedTitle"))}</@commons.own>
  <#elseif section = "form">
    <@commons.assets agreementAssets/>
    <@commons.own>
    <div class="agr-form">
      <p class="agr-intro"<#if declinedAgainFrom??> role="alert"</#if>><#if declinedAgainFrom??>${msg("agreementsDeclinedTooOften", declinedAgainFrom)}<#else>${msg(stopped?then("agreementsStoppedIntro", "agreementsDeclinedIntro"))}</#if></p>
      <form id="agreement-declined-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" data-agreement-once>
        <ul class="agr-ways">
          <li>${msg(stopped?then("agreementsStoppedRead", "agreementsDeclinedRead"))}</li>
          <li>${msg("agreementsDeclinedLeave")}</li>
        </ul>
        <div class="agr-buttons">
          <@way "agreements-decision" "read" "agreementsReadAgain"/>
          <@way "agreements-decision" "leave" "agreementsSignOut"/>
        </div>
      </form>
      <#if exportPass??>
        <section class="agr-section" aria-labelledby="agreements-your-data">
          <h2 id="agreements-your-data">${msg("agreementsYourData")}</h2>
          <#assign waysOut=[msg("agreementsDeclinedExport")] + deletionPossible?then([msg("agreementsDeclinedDelete")], [])>
          <@commons.ways waysOut/>
          <div class="agr-buttons">
            <form id="agreement-export-form" action="${exportUrl}" method="post">
              <@way "pass" exportPass "agreementsExport"/>
            </form>
            <#if deletionPossible>
              <form id="agreement-deletion-form" action="${url.loginAction}" method="post" data-agreement-once>
                <@way "agreements-decision" "delete" "accountDeletionRequest" properties.kcButtonDangerClass!"pf-v5-c-button pf-m-danger"/>
              </form>
            </#if>
          </div>
        </section>
      </#if>
    </div>
    </@commons.own>
  </#if>
</@layout.registrationLayout>

<#macro way name value label look=(properties.kcButtonSecondaryClass)!"">
  <button class="${look} ${properties.kcButtonBlockClass!}" type="submit" name="${name}" value="${value}">${msg(label)}</button>
</#macro>
