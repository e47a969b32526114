<#import "template.ftl" as layout>
<#import "agreements-commons.ftl" as commons>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg("agreementsListTitle")}
  <#elseif section = "form">
    <@commons.assets agreementAssets/>
    <#if agreements?has_content>
      <ul class="agr-list">
        <#list agreements as view>
          <li>
            <a href="${view.url()}" lang="${view.locale()}">${view.title()}</a>
            <span class="agr-edition">${view.edition()}</span>
          </li>
        </#list>
      </ul>
    <#else>
      <p class="agr-intro">${msg("agreementsListEmpty")}</p>
    </#if>
    <@commons.contact/>
  </#if>
</@layout.registrationLayout>
