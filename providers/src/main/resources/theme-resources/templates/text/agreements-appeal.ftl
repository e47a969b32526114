<#ftl output_format="plainText">
<#import "agreements-layout.ftl" as mail>
<@mail.letter title=msg(subjectKey) why=msg("agreementsMailWhyAppeal", realmName) button=msg("agreementsMailSignIn") link=(accountUrl!"")>
${msg(appealKey, realmName)}

${words}
</@mail.letter>
