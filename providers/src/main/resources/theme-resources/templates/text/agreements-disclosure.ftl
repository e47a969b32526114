<#ftl output_format="plainText">
<#import "agreements-layout.ftl" as mail>
<@mail.letter title=msg(subjectKey) why=msg("agreementsMailWhyDisclosure", realmName) button=msg("agreementsMailMyData") link=(myDataUrl!"")>
${msg("agreementsDisclosureText", realmName)}
</@mail.letter>
