<#-- What every page with agreements is made of. A theme's own register-commons.ftl calls "registration". -->

<#assign focused=false>

<#macro assets assets>
  <link rel="stylesheet" href="${url.resourcesPath}/${assets.style()}">
  <script type="module" src="${url.resourcesPath}/${assets.script()}"></script>
</#macro>

<#macro registration>
  <@assets agreements.assets()/>
  <@decisions agreements/>
  <#if agreements.labels().sentence??><p class="agr-sentence">${agreements.labels().sentence}</p></#if>
</#macro>

<#-- All agreements of a page that asks for decisions, with the hidden fields that name what is shown. -->
<#macro decisions page>
  <div class="agr-agreements">
    <input type="hidden" name="agreements-presentation" value="${page.presentation()}">
    <input type="hidden" name="agreements-scripted" value="">
    <#list page.required() as item>
      <@agreement item/>
    </#list>
    <#if page.optional()?has_content>
      <#if page.labels().optionalHeading??>
        <section class="agr-optional" aria-labelledby="agreements-optional-heading">
          <h2 class="agr-optional-heading" id="agreements-optional-heading">${page.labels().optionalHeading}</h2>
          <p class="agr-hint">${page.labels().optionalHint}</p>
          <#list page.optional() as item>
            <@agreement item "h3"/>
          </#list>
        </section>
      <#else>
        <#list page.optional() as item>
          <@agreement item/>
        </#list>
      </#if>
    </#if>
  </div>
</#macro>

<#macro agreement item level="h2">
  <#local view=item.view()>
  <#local id="agreement-" + view.key()>
  <section class="agr-agreement" aria-labelledby="${id}-title">
    <${level} class="agr-title" id="${id}-title" lang="${view.locale()}">${view.title()}</${level}>
    <p class="agr-edition">
      ${view.edition()}
      <a class="agr-whole" href="${view.url()}" target="_blank" rel="noopener">${msg("agreementsWhole")}<span class="agr-hidden"> ${msg("agreementsNewTab", view.title())}</span></a>
    </p>
    <#if view.translationNote()??><p class="agr-hint">${view.translationNote()}</p></#if>
    <#if view.change()??><@change view.change()/></#if>
    <div class="agr-text" id="${id}-text" tabindex="0" role="region" aria-labelledby="${id}-title" lang="${view.locale()}" data-agreement-text="${id}">
      ${view.html()?no_esc}
      <div data-agreement-end></div>
    </div>
    <input type="hidden" id="${id}.end" name="${id}.end" value="">
    <#if item.readToEnd()><p class="agr-hint" id="${id}-hint">${msg("agreementsReadToEnd")}</p></#if>
    <#if item.choice()??><@choice item id/><#else><@fieldError id/></#if>
  </section>
</#macro>

<#macro change change>
  <div class="agr-change">
    <p class="agr-change-note">${change.note()}</p>
    <#if change.summary()??><p>${change.summary()}</p></#if>
    <#if change.articles()?? && !change.articles().isEmpty()>
      <ul>
        <#if change.articles().preamble()><li><span class="agr-change-kind">${msg("agreementsArticleChanged")}</span> ${msg("agreementsPreamble")}</li></#if>
        <#list change.articles().changed() as heading><li><span class="agr-change-kind">${msg("agreementsArticleChanged")}</span> ${heading}</li></#list>
        <#list change.articles().added() as heading><li><span class="agr-change-kind">${msg("agreementsArticleAdded")}</span> ${heading}</li></#list>
        <#list change.articles().removed() as heading><li><span class="agr-change-kind">${msg("agreementsArticleRemoved")}</span> ${heading}</li></#list>
      </ul>
    </#if>
  </div>
</#macro>

<#macro choice item id>
  <#local invalid=messagesPerField.existsError(id)>
  <div class="agr-choice ${properties.kcCheckboxClass!}">
    <input class="${properties.kcCheckboxInputClass!}" type="checkbox" id="${id}" name="${id}" value="accepted"
      <#if item.chosen()>checked</#if>
      <#if invalid>aria-invalid="true" aria-describedby="input-error-${id}"<#if !focused> autofocus<#assign focused=true></#if></#if>>
    <label class="${properties.kcCheckboxLabelClass!}" for="${id}">${item.choice()}</label>
  </div>
  <@fieldError id/>
</#macro>

<#macro fieldError id>
  <#if messagesPerField.existsError(id)>
    <p class="agr-error ${properties.kcInputErrorMessageClass!}" id="input-error-${id}" role="alert">${messagesPerField.get(id)}</p>
  </#if>
</#macro>
