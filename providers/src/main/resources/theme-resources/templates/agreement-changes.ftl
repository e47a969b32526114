<#import "template.ftl" as layout>
<#import "agreements-commons.ftl" as commons>
<#assign view=agreement.changes()>
<#assign texts=view.texts()!>
<@commons.called msg("agreementsChangesTitle", "|")?replace("|", view.title())/>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <@commons.own "span"><@commons.sentence "agreementsChangesTitle" view.title() view.language()/></@commons.own>
  <#elseif section = "form">
    <@commons.assets agreementAssets/>
    <@commons.own>
    <dl class="agr-editions">
      <dt>${msg("agreementsChangesFrom")}</dt>
      <dd><a href="${view.older().url()}">${view.older().words()}</a></dd>
      <dt>${msg("agreementsChangesTo")}</dt>
      <dd><a href="${view.newer().url()}">${view.newer().words()}</a></dd>
    </dl>
    <#if view.translationNote()??><p class="agr-hint">${view.translationNote()}</p></#if>
    <section class="agr-section" aria-labelledby="agreement-summary-heading">
      <h2 id="agreement-summary-heading">${msg("agreementsSummaryHeading")}</h2>
      <#list view.summaries() as summary>
        <#if (view.summaries()?size > 1)><h3 class="agr-edition">${summary.edition()}</h3></#if>
        <#if summary.words()??><@commons.lines summary.words() view.language()/><#else><p class="agr-hint">${msg("agreementsSummaryNone")}</p></#if>
      </#list>
    </section>
    <section class="agr-section" aria-labelledby="agreement-articles-heading">
      <h2 id="agreement-articles-heading">${msg(texts?has_content?then(texts.articles()?has_content?then("agreementsByArticle", "agreementsByWords"), "agreementsByWords"))}</h2>
      <#if !texts?has_content>
        <p>${msg("agreementsChangesNoText")}</p>
      <#elseif texts.isEmpty()>
        <p>${msg("agreementsChangesNone")}</p>
      <#else>
        <p class="agr-ways-on"><a href="${agreement.switchUrl()}">${msg(agreement.whole()?then("agreementsShowChanges", "agreementsShowAll"))}</a></p>
        <@commons.articleChanges texts view.language() "h3" agreement.whole() "agreement" view.attentionTitle()/>
      </#if>
    </section>
    <#if texts?has_content && texts.untouched()?has_content && !agreement.whole()>
      <section class="agr-section" aria-labelledby="agreement-untouched-heading">
        <h2 id="agreement-untouched-heading">${msg("agreementsUntouched")}</h2>
        <ul class="agr-untouched" <@commons.of view.language()/>>
          <#list texts.untouched() as article><li>${article.heading()}</li></#list>
        </ul>
      </section>
    </#if>
    <@commons.contact/>
    </@commons.own>
  </#if>
</@layout.registrationLayout>
