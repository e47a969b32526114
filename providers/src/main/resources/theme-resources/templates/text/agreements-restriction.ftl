<#ftl output_format="plainText">
<#import "agreements-layout.ftl" as mail>
<@mail.letter title=msg(subjectKey) why=msg("agreementsMailWhyDecision", realmName) button=msg("agreementsMailSignIn") link=(accountUrl!"")>
${msg(introKey, realmName, until)}
<#if attribute?string?has_content>

${msg("restrictionAttribute")} ${attribute}
</#if>

${msg("restrictionGrounds")}
<#list groundKeys as key>
- ${msg(key)}
</#list>

${msg("restrictionFacts")}
${facts}

${msg("restrictionArticle")}
${article}

${msg("restrictionDecided")}
${msg("restrictionDecidedBy", decided)} ${realmName}
<#if appeal?string?has_content>

${msg("restrictionAppealElsewhere")}
${appeal}
</#if>
<#if barredUntil?has_content>

${msg("restrictionBarred", barredUntil)}
<#list barredKeys as key>
- ${msg(key)}
</#list>
</#if>

<#list closingKeys as key>
${msg(key)}
</#list>
</@mail.letter>
