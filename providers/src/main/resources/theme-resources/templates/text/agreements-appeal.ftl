<#ftl output_format="plainText">
${msg(appealKey, realmName)}

${words}

${msg("agreementsAppealStaff")}
