<#import "agreements-layout.ftl" as mail>
<@mail.letter title=msg(subjectKey) why=msg("agreementsMailWhyDecision", realmName) button=msg("agreementsMailSignIn") link=(accountUrl!"")>
<p>${msg(introKey, realmName, until)}</p>
<#if attribute?string?has_content>
<p>${msg("restrictionAttribute")} <@mail.typed attribute/></p>
</#if>
<p>${msg("restrictionGrounds")}</p>
<ul>
<#list groundKeys as key>
<li>${msg(key)}</li>
</#list>
</ul>
<p>${msg("restrictionFacts")}<br><@mail.typed facts/></p>
<p>${msg("restrictionArticle")}<br><@mail.typed article/></p>
<p>${msg("restrictionDecided")}<br>${msg("restrictionDecidedBy", decided)} <bdi>${realmName}</bdi></p>
<#if appeal?string?has_content>
<p>${msg("restrictionAppealElsewhere")}<br><@mail.typed appeal/></p>
</#if>
<#if barredUntil?has_content>
<p>${msg("restrictionBarred", barredUntil)}</p>
<ul>
<#list barredKeys as key>
<li>${msg(key)}</li>
</#list>
</ul>
</#if>
<#list closingKeys as key>
<p>${msg(key)}</p>
</#list>
</@mail.letter>
