<#import "template.ftl" as layout>
<@layout.emailLayout>
  <#list msg("agreementsDeletionDoneText", realmName, msg(eventsKey))?split("\n\n") as paragraph>
    <p>${paragraph}</p>
  </#list>
</@layout.emailLayout>
