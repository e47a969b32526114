<#import "agreements-layout.ftl" as mail>
<@mail.letter title=msg(subjectKey) why=msg("agreementsMailWhyDeletion", realmName) button=msg("agreementsMailSignIn") link=(accountUrl!"")>
<@mail.paragraphs msg("agreementsDeletionCancelledText", realmName)/>
</@mail.letter>
