<#import "agreements-layout.ftl" as mail>
<@mail.letter title=msg(subjectKey) why=msg("agreementsMailWhyDisclosure", realmName) button=msg("agreementsMailMyData") link=(myDataUrl!"")>
<@mail.paragraphs msg("agreementsDisclosureText", realmName)/>
</@mail.letter>
