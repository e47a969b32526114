<#import "template.ftl" as layout>
<@layout.emailLayout>
<div lang="${msg("agreementsLanguage")}" dir="${msg("agreementsDirection")}">
  <p>${msg("agreementsNewVersionText", agreementTitle, versionInWords, realmName, effectiveDate)}</p>
  <#if !material>
    <p>${msg(acknowledgement?then("agreementsNewVersionAcknowledgedEditorial", "agreementsNewVersionEditorial"))}</p>
  <#elseif enforcedDate??>
    <p>${msg(acknowledgement?then("agreementsNewVersionToNoteFrom", "agreementsNewVersionAskedFrom"), enforcedDate)}</p>
  <#else>
    <p>${msg("agreementsNewVersionAsked")}</p>
  </#if>
  <#if summary?has_content>
    <p>${msg("agreementsNewVersionSummary")}</p>
    <p lang="${textLanguage.tag()}" dir="${textLanguage.direction().attribute()}"><#list summary?split("\r?\n", "r") as line>${line}<#sep><br></#sep></#list></p>
  </#if>
  <p>${msg("agreementsNewVersionRead")}<br><a href="${readUrl}">${readUrl}</a></p>
  <#if changesUrl??>
    <p>${msg("agreementsNewVersionChanges")}<br><a href="${changesUrl}">${changesUrl}</a></p>
  </#if>
  <p>${msg("agreementsNeverAsked")}</p>
  <#if contact?has_content>
    <p>${msg("agreementsContact")}<br><bdi dir="ltr">${contact}</bdi></p>
  </#if>
</div>
</@layout.emailLayout>
