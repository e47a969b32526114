<#import "template.ftl" as layout>
<@layout.emailLayout>
<div lang="${msg("agreementsLanguage")}" dir="${msg("agreementsDirection")}">
  <#list msg("agreementsDisclosureCorrectedText", realmName)?split("\n\n") as paragraph>
    <p>${paragraph}</p>
  </#list>
</div>
</@layout.emailLayout>
