<#ftl output_format="plainText">
${msg("agreementsDisclosureText", realmName)}
