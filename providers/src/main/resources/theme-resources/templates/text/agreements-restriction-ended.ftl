<#ftl output_format="plainText">
<#import "agreements-layout.ftl" as mail>
<@mail.letter title=msg(subjectKey) why=msg("agreementsMailWhyDecision", realmName) button=msg("agreementsMailSignIn") link=(accountUrl!"")>
${msg("agreementsRestrictionEndedText", realmName)}
</@mail.letter>
