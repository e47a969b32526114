<#import "agreements-layout.ftl" as mail>
<@mail.letter title=msg(subjectKey) why=msg("agreementsMailWhyAppeal", realmName) button=msg("agreementsMailSignIn") link=(accountUrl!"")>
<p>${msg(appealKey, realmName)}</p>
<p><@mail.typed words/></p>
</@mail.letter>
