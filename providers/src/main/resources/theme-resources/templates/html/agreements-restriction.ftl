<#import "template.ftl" as layout>
<@layout.emailLayout>
<div lang="${msg("agreementsLanguage")}" dir="${msg("agreementsDirection")}">
  <p>${msg(introKey, realmName, until)}</p>
  <p>${msg("restrictionGrounds")}</p>
  <ul>
    <#list groundKeys as key><li>${msg(key)}</li></#list>
  </ul>
  <p>${msg("restrictionFacts")}<br><span dir="auto" style="white-space: pre-line">${facts}</span></p>
  <p>${msg("restrictionArticle")}<br><span dir="auto">${article}</span></p>
  <#if appeal?string?has_content>
    <p>${msg("restrictionAppealElsewhere")}<br><span dir="auto" style="white-space: pre-line">${appeal}</span></p>
  </#if>
  <#if barredUntil?has_content>
    <p>${msg("restrictionBarred", barredUntil)}</p>
    <ul>
      <#list barredKeys as key><li>${msg(key)}</li></#list>
    </ul>
  </#if>
  <p>${msg("agreementsRestrictionSignIn")}</p>
</div>
</@layout.emailLayout>
