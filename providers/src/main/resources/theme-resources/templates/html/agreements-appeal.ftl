<#import "template.ftl" as layout>
<@layout.emailLayout>
<div lang="${msg("agreementsLanguage")}" dir="${msg("agreementsDirection")}">
  <p>${msg(appealKey, realmName)}</p>
  <p dir="auto" style="white-space: pre-line">${words}</p>
  <p>${msg("agreementsAppealStaff")}</p>
</div>
</@layout.emailLayout>
