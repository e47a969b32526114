<#import "template.ftl" as layout>
<@layout.emailLayout>
  <#list msg("agreementsDeletionRequestedText", realmName, dueDate)?split("\n\n") as paragraph>
    <p>${paragraph}</p>
  </#list>
</@layout.emailLayout>
