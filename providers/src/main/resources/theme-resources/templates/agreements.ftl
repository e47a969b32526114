<#import "template.ftl" as layout>
<#import "agreements-commons.ftl" as commons>
<@commons.called msg("agreementsListTitle")/>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <@commons.own "span">${msg("agreementsListTitle")}</@commons.own>
  <#elseif section = "form">
    <@commons.assets agreementAssets/>
    <@commons.own>
    <#if agreements?has_content>
      <ul class="agr-list">
        <#list agreements as item>
          <#assign view=item.view()>
          <li>
            <a href="${view.url()}"><bdi <@commons.of view.language()/>>${view.title()}</bdi></a>
            <span class="agr-requirement">${msg("agreementsRequirement." + item.requirement())}</span>
            <span class="agr-edition">${view.edition()}</span>
          </li>
        </#list>
      </ul>
    <#else>
      <p class="agr-intro">${msg("agreementsListEmpty")}</p>
    </#if>
    <@commons.contact/>
    </@commons.own>
  </#if>
</@layout.registrationLayout>
