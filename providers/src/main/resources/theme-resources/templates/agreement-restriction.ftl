<#import "template.ftl" as layout>
<#import "agreements-commons.ftl" as commons>
<#assign blocked=restriction.effect() != "NOTIFIED">
<#assign terminated=restriction.effect() == "TERMINATED">
<#assign reasons=restriction.restriction().statement()>
<#assign heading=msg(terminated?then("restrictionTerminatedTitle", blocked?then("restrictionSuspendedTitle", "restrictionNoticeTitle")))>
<@commons.called heading/>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <@commons.own "span">${heading}</@commons.own>
  <#elseif section = "form">
    <@commons.assets agreementAssets/>
    <@commons.told/>
    <@commons.own>
    <div class="agr-form">
      <p class="agr-intro" role="alert"><#rt>
        <#if terminated>${msg("restrictionTerminatedIntro")}<#t>
        <#elseif blocked && restriction.notice()>${msg("restrictionMissedIntro", restriction.until())}<#t>
        <#elseif blocked && restriction.until()??>${msg("restrictionSuspendedIntro", restriction.until())}<#t>
        <#elseif blocked>${msg("restrictionSuspendedOpenIntro")}<#t>
        <#else>${msg("restrictionNoticeIntro", restriction.until())}</#if><#t>
      </p>
      <#if restriction.attribute()??><p>${msg("restrictionAttribute")} <strong>${advancedMsg(restriction.attribute())}</strong></p></#if>
      <section class="agr-section" aria-labelledby="restriction-reasons">
        <h2 id="restriction-reasons">${msg("restrictionReasons")}</h2>
        <dl class="agr-reasons">
          <dt>${msg("restrictionGrounds")}</dt>
          <#list reasons.grounds() as ground><dd>${msg("restrictionGround." + ground)}</dd></#list>
          <dt>${msg("restrictionFacts")}</dt>
          <dd class="agr-typed" dir="auto">${reasons.facts()}</dd>
          <dt>${msg("restrictionArticle")}</dt>
          <dd dir="auto">${reasons.article()}</dd>
          <dt>${msg("restrictionDecided")}</dt>
          <dd>${msg("restrictionDecidedBy", restriction.from())} <bdi>${realm.displayName!realm.name}</bdi></dd>
          <#if reasons.appeal()??>
            <dt>${msg("restrictionAppealElsewhere")}</dt>
            <dd class="agr-typed" dir="auto">${reasons.appeal()}</dd>
          </#if>
        </dl>
        <p><a href="${termsUrl}" target="_blank" rel="noopener">${msg("restrictionTerms")}</a></p>
      </section>
      <#if deletionDate??>
        <p class="agr-intro"><#if deletionHeld>${msg("restrictionDeletionHeld")}<#elseif deletionIsDue>${msg(deletionOwn?then("accountDeletionPendingDue", "restrictionDeletionIsDue"))}<#else>${msg(deletionOwn?then("accountDeletionPendingIntro", "restrictionDeletionDue"), deletionDate)}</#if></p>
      </#if>
      <#if barredUntil?has_content>
        <#if barredKinds?size == 1>
          <p class="agr-intro">${msg("restrictionBarred", barredUntil)} <strong>${msg("restrictionBarred." + barredKinds?first)}</strong></p>
        <#else>
          <p class="agr-intro">${msg("restrictionBarred", barredUntil)}</p>
          <ul class="agr-ways">
            <#list barredKinds as kind><li>${msg("restrictionBarred." + kind)}</li></#list>
          </ul>
        </#if>
      </#if>
      <#if restriction.restriction().appeal()??>
        <#assign appeal=restriction.restriction().appeal()>
        <section class="agr-section" aria-labelledby="restriction-appealed">
          <h2 id="restriction-appealed">${msg("restrictionAppealed")}</h2>
          <p class="agr-typed" dir="auto">${appeal.text()}</p>
          <#if appeal.answer()??>
            <h3>${msg("restrictionAppealAnswer." + appeal.answer().outcome())}</h3>
            <p class="agr-typed" dir="auto">${appeal.answer().text()}</p>
          <#else>
            <p class="agr-hint">${msg("restrictionAppealWaits")}</p>
          </#if>
        </section>
      <#elseif appealOpen>
        <section class="agr-section" aria-labelledby="restriction-object">
          <h2 id="restriction-object">${msg("restrictionObject")}</h2>
          <form id="agreement-appeal-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" data-agreement-once>
            <label for="restriction-appeal">${msg("restrictionAppealLabel")}</label>
            <#if appealProblem?has_content><p class="agr-hint" id="restriction-appeal-problem" role="alert">${msg(appealProblem, appealLength?c)}</p></#if>
            <textarea class="agr-appeal" id="restriction-appeal" name="restriction-appeal" rows="5" maxlength="${appealLength?c}" required dir="auto"<#if appealProblem?has_content> aria-invalid="true" aria-describedby="restriction-appeal-problem"</#if>>${appealTyped}</textarea>
            <div class="agr-buttons"><@way "restriction-decision" "appeal" "restrictionAppealSend"/></div>
          </form>
        </section>
      </#if>
      <form id="agreement-restriction-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" data-agreement-once>
        <div class="agr-buttons">
          <#if !blocked>
            <#if correctionPossible><@way "restriction-decision" "correct" "restrictionCorrect" properties.kcButtonPrimaryClass!""/></#if>
            <@way "restriction-decision" "later" "restrictionLater"/>
          </#if>
          <#if (deletionOwn!false)><@way "restriction-decision" "keep" "accountDeletionCancel"/></#if>
          <@way "restriction-decision" "leave" "agreementsSignOut"/>
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
                <@way "restriction-decision" "delete" "accountDeletionRequest" properties.kcButtonDangerClass!"pf-v5-c-button pf-m-danger"/>
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
