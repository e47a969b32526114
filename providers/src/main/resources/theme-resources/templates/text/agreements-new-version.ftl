<#ftl output_format="plainText">
<#import "agreements-layout.ftl" as mail>
<@mail.letter title=msg(subjectKey, agreementTitle) why=msg("agreementsMailWhyNewVersion", realmName) button=msg("agreementsNewVersionRead") link=readUrl>
${msg(textKey, agreementTitle, versionInWords, realmName, effectiveDate)}

<#if !material>
${msg(acknowledgement?then("agreementsNewVersionAcknowledgedEditorial", "agreementsNewVersionEditorial"))}
<#elseif enforcedDate??>
${msg(acknowledgement?then("agreementsNewVersionToNoteFrom", "agreementsNewVersionAskedFrom"), enforcedDate)}
<#else>
${msg("agreementsNewVersionAsked")}
</#if>
<#if summary?has_content>

${msg("agreementsNewVersionSummary")}
${summary}
</#if>
<#if changesUrl??>

${msg("agreementsNewVersionChanges")}
${changesUrl}
</#if>
</@mail.letter>
