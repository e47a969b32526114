<#import "template.ftl" as layout>
<#import "agreements-commons.ftl" as commons>
<#import "agreements-listed.ftl" as listing>
<@commons.called msg("agreementsListTitle")/>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <@commons.own "span">${msg("agreementsListTitle")}</@commons.own>
  <#elseif section = "form">
    <@commons.assets agreementAssets/>
    <@commons.own>
    <#if agreements?has_content>
      <@listing.listed agreements/>
    <#else>
      <p class="agr-intro">${msg("agreementsListEmpty")}</p>
    </#if>
    <@commons.contact/>
    </@commons.own>
  </#if>
</@layout.registrationLayout>
