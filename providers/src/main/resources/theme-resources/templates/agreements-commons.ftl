<#-- What every page with agreements is made of. A theme's own register-commons.ftl calls "registration". -->

<#assign focused=false>

<#-- Our own words: their language and direction, which may be others than those of the page, where a theme has none in its language. -->
<#macro own tag="div">
  <${tag} class="agr-own" lang="${msg("agreementsLanguage")}" dir="${msg("agreementsDirection")}"><#nested></${tag}><#t>
</#macro>

<#-- Words of an agreement: lang and dir of whatever stands around them. -->
<#macro of language>lang="${language.tag()}" dir="${language.direction().attribute()}"</#macro>

<#-- A title in a sentence, where the message has {0}. Not as an argument: of an author's words Keycloak would take some for the key of a message. -->
<#macro sentence key title language>
  <#local around=msg(key, "|")?split("|")>
  ${around[0]}<bdi <@of language/>>${title}</bdi>${around[1]!}<#t>
</#macro>

<#macro assets assets>
  <link rel="stylesheet" href="${url.resourcesPath}/${assets.style()}">
  <script type="module" src="${url.resourcesPath}/${assets.script()}"></script>
</#macro>

<#macro registration>
  <@assets agreements.assets()/>
  <@own>
  <p class="agr-again" role="status" data-agreement-lifespan="${agreementsLifespan?c}" hidden>${msg("agreementsTypedAgain")}</p>
  <@decisions agreements/>
  <#if agreements.labels().sentence??><p class="agr-sentence">${agreements.labels().sentence}</p></#if>
  </@own>
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
    <${level} class="agr-title" id="${id}-title" <@of view.language()/>>${view.title()}</${level}>
    <p class="agr-edition">
      ${view.edition()}
      <a class="agr-whole" href="${view.url()}" target="_blank" rel="noopener">${msg("agreementsWhole")}<span class="agr-hidden"> <@sentence "agreementsNewTab" view.title() view.language()/></span></a>
    </p>
    <#if view.translationNote()??><p class="agr-hint">${view.translationNote()}</p></#if>
    <#if view.change()??>
      <#local lower=(level == "h2")?then("h3", "h4")>
      <@change view.change() view.language() lower/>
    </#if>
    <#if (view.change().texts())?? && !view.change().texts().isEmpty()>
      <details class="agr-details"<#if item.readToEnd()> open</#if>>
        <summary>${msg("agreementsWholeOfNew")}</summary>
        <@text view id/>
      </details>
    <#else>
      <@text view id/>
    </#if>
    <input type="hidden" id="${id}.end" name="${id}.end" value="">
    <#if item.readToEnd()><p class="agr-hint" id="${id}-hint">${msg("agreementsReadToEnd")}</p></#if>
    <#if item.choice()??><@choice item id/><#else><@fieldError id/></#if>
  </section>
</#macro>

<#macro text view id>
  <div class="agr-text" id="${id}-text" tabindex="0" role="region" aria-labelledby="${id}-title" <@of view.language()/> data-agreement-text="${id}">
    <@contents view id/>
    ${view.html()?no_esc}
    <div data-agreement-end></div>
  </div>
</#macro>

<#-- Leads to the articles, where there are many. It stands within the text and runs in its direction. -->
<#macro contents view id>
  <#if view.contents()?has_content>
    <nav class="agr-contents" aria-labelledby="${id}-contents ${id}-title">
      <details>
        <summary><bdi id="${id}-contents" lang="${msg("agreementsLanguage")}" dir="${msg("agreementsDirection")}">${msg("agreementsContents")}</bdi></summary>
        <ul>
          <#list view.contents() as article><li><a href="#${article.anchor()}">${article.heading()}</a></li></#list>
        </ul>
      </details>
    </nav>
  </#if>
</#macro>

<#-- What changed since the version accepted before. -->
<#macro change change language level>
  <div class="agr-change">
    <p class="agr-change-note">${change.note()}</p>
    <#if change.summary()??>
      <#list change.summary()?split("\n") as line><p <@of language/>>${line}</p></#list>
    </#if>
    <#if change.texts()?? && !change.texts().isEmpty()><@articleChanges change.texts() language level/></#if>
  </div>
</#macro>

<#-- Articles that are not as they were, with the words that came and went. -->
<#macro articleChanges texts language level>
  <#local kinds={"CHANGED": "agreementsArticleChanged", "ADDED": "agreementsArticleAdded", "REMOVED": "agreementsArticleRemoved"}>
  <p class="agr-hint">${msg("agreementsLegend", "|")?split("|")[0]}<ins>${msg("agreementsLegendInserted")}</ins>${msg("agreementsLegend", "|")?split("|")[1]!}<del>${msg("agreementsLegendDeleted")}</del>${msg("agreementsLegend", "|")?split("|")[2]!}</p>
  <ul class="agr-articles">
    <#list texts.touched() as article>
      <#local kind=article.kind().name()>
      <li>
        <${level} class="agr-article-heading"><span class="agr-change-kind">${msg(kinds[kind])}</span> <#if article.heading()??><span <@of language/>>${article.heading()}</span><#else>${msg("agreementsPreamble")}</#if></${level}>
        <#if article.formerHeading()??><#local formerly=msg("agreementsHeadingFormerly", "|")?split("|")><p class="agr-hint">${formerly[0]}<bdi <@of language/>>${article.formerHeading()}</bdi>${formerly[1]!}</p></#if>
        <#if article.paragraphs()?has_content>
          <#if kind == "REMOVED">
            <details class="agr-details">
              <summary>${msg("agreementsTextGone")}</summary>
              <div class="agr-difference" <@of language/>><@paragraphs article.paragraphs() false/></div>
            </details>
          <#else>
            <div class="agr-difference" <@of language/>><@paragraphs article.paragraphs() kind == "ADDED"/></div>
          </#if>
        </#if>
      </li>
    </#list>
  </ul>
</#macro>

<#-- Paragraphs in which nothing changed give way to one sign. -->
<#macro paragraphs paragraphs isNew>
  <#local gap=false>
  <#list paragraphs as paragraph>
    <#if !paragraph.isUntouched()>
      <p><#list paragraph.passages() as passage><@words passage isNew/></#list></p>
      <#local gap=false>
    <#elseif !gap>
      <p class="agr-gap"><span aria-hidden="true">⋯</span><span class="agr-hidden" lang="${msg("agreementsLanguage")}" dir="${msg("agreementsDirection")}">${msg("agreementsLeftOut")}</span></p>
      <#local gap=true>
    </#if>
  </#list>
</#macro>

<#-- On one line, because Chinese shows every space. A new article needs no mark at each of its words. -->
<#macro words passage isNew>
  <#local kind=passage.kind().name()>
  <#if kind == "REMOVED"><del><@hint "agreementsDeleted"/>${passage.words()}<@hint "agreementsMarkEnd"/></del><#elseif kind == "ADDED" && !isNew><ins><@hint "agreementsInserted"/>${passage.words()}<@hint "agreementsMarkEnd"/></ins><#else>${passage.words()}</#if><#t>
</#macro>

<#-- For those who hear the page and do not see how words are marked. -->
<#macro hint key>
  <span class="agr-hidden" lang="${msg("agreementsLanguage")}" dir="${msg("agreementsDirection")}">${msg(key)}</span><#t>
</#macro>

<#-- Who can be asked, and the warning that belongs on every page. A theme whose footer has both says so in its theme.properties. -->
<#macro contact>
  <#if (properties.agreementsContactInFooter!"") != "true">
    <@own>
    <#local contact=(realm.attributes["agreements.contact"])!"">
    <#local feedback=(realm.attributes["agreements.feedback"])!"">
    <div class="agr-contact">
      <p>${msg("agreementsNeverAsked")}</p>
      <#if contact?has_content || feedback?has_content>
        <ul>
          <#if contact?has_content><li><a href="${address(contact)}">${msg("agreementsContact")}</a><bdi class="agr-address" dir="ltr"> ${contact}</bdi></li></#if>
          <#if feedback?has_content><li><a href="${address(feedback)}">${msg("agreementsFeedback")}</a><bdi class="agr-address" dir="ltr"> ${feedback}</bdi></li></#if>
        </ul>
      </#if>
    </div>
    </@own>
  </#if>
</#macro>

<#-- The realm may give a web address or a mail address. -->
<#function address value>
  <#return value?matches("https?://.*", "i")?then(value, "mailto:" + value)>
</#function>

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
