<#import "agreements-layout.ftl" as mail>
<@mail.letter title=msg(subjectKey) why=msg("agreementsMailWhyDeletion", realmName) button=msg("restrictionTerms") link=(agreementsUrl!"")>
<@mail.paragraphs msg("agreementsDeletionDoneText", realmName, msg(recordsKey), msg(eventsKey))/>
</@mail.letter>
