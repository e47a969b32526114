<#ftl output_format="plainText">
${msg("agreementsDeletionRequestedText", realmName, dueDate)}
