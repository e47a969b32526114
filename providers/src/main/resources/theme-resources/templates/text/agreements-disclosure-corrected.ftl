<#ftl output_format="plainText">
${msg("agreementsDisclosureCorrectedText", realmName)}
