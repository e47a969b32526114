<#import "agreements-layout.ftl" as mail>
<@mail.letter title=msg(subjectKey, agreementTitle) why=msg("agreementsMailWhyNewVersion", realmName) button=msg("agreementsNewVersionRead") link=readUrl>
<p>${msg(textKey, agreementTitle, versionInWords, realmName, effectiveDate)}</p>
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
<#if changesUrl??>
<@mail.further msg("agreementsNewVersionChanges") changesUrl/>
</#if>
</@mail.letter>
