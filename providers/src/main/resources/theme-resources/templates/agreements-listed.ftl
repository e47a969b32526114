<#import "agreements-commons.ftl" as commons>

<#-- Agreements by title, with what each asks of a user. -->
<#macro listed items>
  <ul class="agr-list">
    <#list items as item>
      <#local view=item.view()>
      <li>
        <a href="${view.url()}"><bdi <@commons.of view.language()/>>${view.title()}</bdi></a>
        <span class="agr-requirement agr-requirement-${item.requirement()?c_lower_case}">${msg("agreementsRequirement." + item.requirement())}</span>
        <span class="agr-edition">${view.edition()}</span>
      </li>
    </#list>
  </ul>
</#macro>
