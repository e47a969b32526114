<#ftl output_format="plainText">
${msg("agreementsRestrictionEndedText", realmName)}
