<#ftl output_format="plainText">
${msg("agreementsDeletionDoneText", realmName, msg(recordsKey), msg(eventsKey))}
