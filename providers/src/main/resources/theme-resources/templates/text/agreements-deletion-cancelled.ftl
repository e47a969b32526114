<#ftl output_format="plainText">
${msg("agreementsDeletionCancelledText", realmName)}
