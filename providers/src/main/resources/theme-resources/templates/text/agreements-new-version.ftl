<#ftl output_format="plainText">
${msg("agreementsNewVersionText", agreementTitle, versionInWords, realmName, effectiveDate)}

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

${msg("agreementsNewVersionRead")}
${readUrl}
<#if changesUrl??>

${msg("agreementsNewVersionChanges")}
${changesUrl}
</#if>

${msg("agreementsNeverAsked")}
<#if contact?has_content>

${msg("agreementsContact")}
${contact}
</#if>
