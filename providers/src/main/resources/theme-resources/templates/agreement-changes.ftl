<#import "template.ftl" as layout>
<#import "agreements-commons.ftl" as commons>
<#assign texts=agreement.texts()!>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <@commons.own "span"><@commons.sentence "agreementsChangesTitle" agreement.title() agreement.language()/></@commons.own>
  <#elseif section = "form">
    <@commons.assets agreementAssets/>
    <@commons.own>
    <dl class="agr-editions">
      <dt>${msg("agreementsChangesFrom")}</dt>
      <dd><a href="${agreement.older().url()}">${agreement.older().words()}</a></dd>
      <dt>${msg("agreementsChangesTo")}</dt>
      <dd><a href="${agreement.newer().url()}">${agreement.newer().words()}</a></dd>
    </dl>
    <#if agreement.translationNote()??><p class="agr-hint">${agreement.translationNote()}</p></#if>
    <section class="agr-section" aria-labelledby="agreement-summary-heading">
      <h2 id="agreement-summary-heading">${msg("agreementsSummaryHeading")}</h2>
      <#list agreement.summaries() as summary>
        <#if (agreement.summaries()?size > 1)><h3 class="agr-edition">${summary.edition()}</h3></#if>
        <#if summary.words()??><p <@commons.of agreement.language()/>>${summary.words()}</p><#else><p class="agr-hint">${msg("agreementsSummaryNone")}</p></#if>
      </#list>
    </section>
    <section class="agr-section" aria-labelledby="agreement-articles-heading">
      <h2 id="agreement-articles-heading">${msg("agreementsByArticle")}</h2>
      <#if !texts?has_content>
        <p>${msg("agreementsChangesNoText")}</p>
      <#elseif texts.isEmpty()>
        <p>${msg("agreementsChangesNone")}</p>
      <#else>
        <@commons.articleChanges texts agreement.language() "h3"/>
      </#if>
    </section>
    <#if texts?has_content && texts.untouched()?has_content>
      <section class="agr-section" aria-labelledby="agreement-untouched-heading">
        <h2 id="agreement-untouched-heading">${msg("agreementsUntouched")}</h2>
        <ul class="agr-untouched" <@commons.of agreement.language()/>>
          <#list texts.untouched() as article><li>${article.heading()}</li></#list>
        </ul>
      </section>
    </#if>
    <@commons.contact/>
    </@commons.own>
  </#if>
</@layout.registrationLayout>
