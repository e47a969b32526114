<#import "template.ftl" as layout>
<#import "agreements-commons.ftl" as commons>
<#import "agreements-listed.ftl" as listing>
<@commons.called msg("errorTitle")/>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg("errorTitle")}
  <#elseif section = "form">
    <@commons.assets agreementAssets/>
    <@commons.own>
    <div id="kc-error-message">
      <p class="instruction">${msg(problem)}</p>
      <p class="agr-ways-on"><a href="${agreementsUrl}">${msg("agreementsSeeAll")}</a></p>
    </div>
    <#if agreementsThere?has_content>
      <section class="agr-section" aria-labelledby="agreements.there">
        <h2 id="agreements.there">${msg("agreementsThere")}</h2>
        <@listing.listed agreementsThere/>
      </section>
    </#if>
    <@commons.contact/>
    </@commons.own>
  </#if>
</@layout.registrationLayout>
