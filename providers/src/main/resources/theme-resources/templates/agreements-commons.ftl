<#-- What every page with agreements is made of. A theme's own register-commons.ftl calls "registration". -->

<#import "agreements-check.ftl" as check>
<#import "agreements-sheet.ftl" as sheet>

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

<#-- An author's words that may have several lines. -->
<#macro lines words language>
  <#list words?split("\r?\n", "r") as line><#if line?trim?has_content><p <@of language/>>${line}</p></#if></#list>
</#macro>

<#-- What the browser calls the page: Keycloak's layout shows what it is given, and would speak of signing in. -->
<#macro called words>
  <#global title=words + " – " + (realm.displayName!)?has_content?then(realm.displayName!, realm.name!)>
</#macro>

<#-- What Keycloak has to say about the page. Its layout shows that, but screen readers miss it. -->
<#macro told>
  <#if message?has_content && (message.type != "warning" || !isAppInitiatedAction??)>
    <div class="${properties.kcAlertClass!} pf-m-${(message.type == "error")?then("danger", message.type)}" role="alert">
      <div class="${properties.kcAlertIconClass!}"><span class="${properties["kcFeedback" + message.type?cap_first + "Icon"]!}" aria-hidden="true"></span></div>
      <span class="${properties.kcAlertTitleClass!} kc-feedback-text">${message.summary}</span>
    </div>
  </#if>
</#macro>

<#macro assets assets>
  <link rel="stylesheet" href="${url.resourcesPath}/${assets.style()}">
  <script type="module" src="${url.resourcesPath}/${assets.script()}"></script>
</#macro>

<#macro registration>
  <@assets agreements.assets()/>
  <@check.words/>
  <@check.passwordRules/>
  <@sheet.templates/>
  <#-- The first field that is wrong has the focus: no box has it where something above is. -->
  <#list check.names as name><#if messagesPerField.existsError(name)><#assign focused=true></#if></#list>
  <@own>
  <p class="agr-again" role="alert" data-agreement-lifespan="${agreementsLifespan?c}" hidden>${msg("agreementsTypedAgain")}</p>
  <@demands agreements/>
  <@options agreements/>
  <@sentences agreements.labels()/>
  </@own>
</#macro>

<#-- What pressing the button means: for what is accepted, and for what is only taken note of. -->
<#macro sentences labels>
  <#list ["sentence", "acknowledgeSentence"] as name>
    <#if labels[name]??><p class="agr-sentence">${labels[name]}</p></#if>
  </#list>
</#macro>

<#-- What a page demands, with the hidden fields that name what is shown. -->
<#macro demands page>
  <div class="agr-agreements">
    <input type="hidden" name="agreements-presentation" value="${page.presentation()}">
    <input type="hidden" name="agreements-scripted" value="">
    <#list page.required() as item>
      <@agreement item/>
    </#list>
  </div>
</#macro>

<#-- What may be refused: it comes after the decision on what is demanded. -->
<#macro options page>
  <#if page.optional()?has_content>
    <#if page.labels().optionalHeading??>
      <section class="agr-optional" aria-labelledby="agreements-optional-heading">
        <h2 class="agr-optional-heading" id="agreements-optional-heading">${page.labels().optionalHeading}</h2>
        <p class="agr-hint">${page.labels().optionalHint}</p>
        <#list page.optional() as item>
          <@option item "h3"/>
        </#list>
      </section>
    <#else>
      <div class="agr-agreements">
        <#list page.optional() as item>
          <@option item "h2" page.optional()?size == 1/>
        </#list>
      </div>
    </#if>
  </#if>
</#macro>

<#-- A box with its sentence, and all else for those who want to know. -->
<#macro option item level opened=false>
  <#local view=item.view()>
  <#local id="agreement-" + view.key()>
  <section class="agr-agreement agr-option">
    <#if item.choice()??><@choice item id/><#else><@fieldError id/></#if>
    <@attention view/>
    <details class="agr-more"<#if opened || item.readToEnd()> open</#if>>
      <summary><bdi id="${id}-title" <@of view.language()/>>${view.title()}</bdi> <span class="agr-hint">${view.edition()}</span></summary>
      <p class="agr-edition"><@whole view/></p>
      <#if view.translationNote()??><p class="agr-hint">${view.translationNote()}</p></#if>
      <@content item id level/>
    </details>
    <@noted item id/>
  </section>
</#macro>

<#macro agreement item>
  <#local view=item.view()>
  <#local id="agreement-" + view.key()>
  <section class="agr-agreement">
    <h2 class="agr-title" id="${id}-title" <@of view.language()/>>${view.title()}</h2>
    <p class="agr-edition">
      ${view.edition()}
      <@whole view/>
    </p>
    <#if view.translationNote()??><p class="agr-hint">${view.translationNote()}</p></#if>
    <@attention view/>
    <@content item id "h3"/>
    <@noted item id/>
    <#if item.choice()??><@choice item id/><#else><@fieldError id/></#if>
  </section>
</#macro>

<#macro whole view>
  <a class="agr-whole" href="${view.url()}" target="_blank" rel="noopener">${msg("agreementsWhole")}<span class="agr-hidden"> <@sentence "agreementsNewTab" view.title() view.language()/></span></a><#t>
</#macro>

<#-- What changed, and the text. -->
<#macro content item id level>
    <#local view=item.view()>
    <#if view.change()??><@change view.change() view.language() level id view.attentionTitle()/></#if>
    <#if (view.change().texts())?? && view.change().texts().touched()?has_content>
      <details class="agr-details"<#if item.readToEnd()> open</#if>>
        <summary>${msg("agreementsWholeOfNew")}</summary>
        <@text view id/>
      </details>
    <#else>
      <@text view id/>
    </#if>
</#macro>

<#-- Fields for what came into view. -->
<#macro noted item id>
    <input type="hidden" id="${id}.end" name="${id}.end" value="">
    <#if item.view().attention()??><input type="hidden" id="${id}.seen" name="${id}.seen" value="${item.seen()}"></#if>
    <#if item.readToEnd()><p class="agr-hint" id="${id}-hint">${msg(item.acknowledgement()?then("agreementsAcknowledgeReadToEnd", "agreementsReadToEnd"))}</p></#if>
</#macro>

<#macro text view id>
  <div class="agr-text" id="${id}-text" tabindex="0" role="region" aria-labelledby="${id}-title" <@of view.language()/> data-agreement-text="${id}">
    <@contents view id/>
    ${view.html()?no_esc}
    <div data-agreement-end></div>
  </div>
</#macro>

<#-- The clauses its author draws attention to; a number by itself says little among the links of a page. On one line, because Chinese shows every space. -->
<#macro attention view>
  <#if view.attention()??>
    <#local listed=view.attention()>
    <p class="agr-attention"><strong>${listed.intro()}</strong> <#list listed.clauses() as clause><a href="#${clause.anchor()}" <#if clause.label()?matches("[0-9][0-9.()（） -]*")>aria-label="${msg("agreementsAttentionArticle", clause.label())}"<#else><@of view.language()/></#if>>${clause.label()}</a><#if clause.note()??> <span class="agr-attention-note">${clause.note()}</span></#if><#sep>${listed.separator()}</#sep></#list></p>
  </#if>
</#macro>

<#-- Leads to the articles, where there are many. It stands within the text and runs in its direction. -->
<#macro contents view id title=id + "-title">
  <#if view.contents()?has_content>
    <nav class="agr-contents" aria-labelledby="${id}.contents ${title}">
      <details>
        <summary><bdi id="${id}.contents" lang="${msg("agreementsLanguage")}" dir="${msg("agreementsDirection")}">${msg("agreementsContents")}</bdi></summary>
        <ul>
          <#list view.contents() as article><li><a href="#${article.anchor()}">${article.heading()}</a></li></#list>
        </ul>
      </details>
    </nav>
  </#if>
</#macro>

<#-- What changed since the version accepted before. -->
<#macro change change language level id attentionTitle>
  <div class="agr-change">
    <p class="agr-change-note">${change.note()}</p>
    <#if change.summary()??><@lines change.summary() language/></#if>
    <#if change.texts()?? && !change.texts().isEmpty()><@articleChanges change.texts() language level false id attentionTitle/></#if>
  </div>
</#macro>

<#-- What became of which article, what is different beside the words, and the words that came and went; with everything that stayed, if the whole is shown. -->
<#macro articleChanges texts language level whole id attentionTitle>
  <#if texts.touched()?has_content>
    <p class="agr-hint">${msg("agreementsLegend", "|")?split("|")[0]}<ins>${msg("agreementsLegendInserted")}</ins>${msg("agreementsLegend", "|")?split("|")[1]!}<del>${msg("agreementsLegendDeleted")}</del>${msg("agreementsLegend", "|")?split("|")[2]!}</p>
  </#if>
  <#if (texts.touched()?size > 2)>
    <ul class="agr-overview">
      <#list texts.touched() as article><li><a href="#${id}-change-${article?index}"><@became article/> <@articleName article texts language/></a></li></#list>
    </ul>
  </#if>
  <#if texts.differences()?has_content><@differences texts language/></#if>
  <#if whole || texts.touched()?has_content>
  <ul class="agr-articles">
    <#local place=0>
    <#list whole?then(texts.all(), texts.touched()) as article>
      <#local kind=article.kind().name()>
      <li<#if kind != "UNTOUCHED"> id="${id}-change-${place}"<#local place=place + 1></#if>>
        <${level} class="agr-article-heading"><#if kind != "UNTOUCHED"><span class="agr-change-kind"><@became article/></span> </#if><@articleName article texts language/></${level}>
        <#if !article.keepsHeading() && article.heading()??><#local formerly=msg("agreementsHeadingFormerly", "|")?split("|")><p class="agr-hint">${formerly[0]}<bdi <@of language/>>${article.formerHeading()}</bdi>${formerly[1]!}</p></#if>
        <#if article.paragraphs()?has_content && (whole || article.isReworded())>
          <#if kind == "REMOVED">
            <details class="agr-details"<#if whole> open</#if>>
              <summary>${msg("agreementsTextGone")}</summary>
              <div class="agr-difference" <@of language/>><@parts article whole attentionTitle/></div>
            </details>
          <#else>
            <div class="agr-difference" <@of language/>><@parts article whole attentionTitle/></div>
          </#if>
        </#if>
      </li>
    </#list>
  </ul>
  </#if>
</#macro>

<#-- On one line, because Chinese shows every space. -->
<#macro articleName article texts language>
  <#if article.heading()??><span <@of language/>>${article.heading()}</span><#elseif article.formerHeading()??><span <@of language/>>${article.formerHeading()}</span><#elseif texts.articles()?has_content>${msg("agreementsPreamble")}<#else>${msg("agreementsOneText")}</#if><#t>
</#macro>

<#-- What became of an article, in words. -->
<#macro became article>
  <#local frame=msg("agreementsBecame", "|")?split("|")>
  <#if article.kind().name() == "ADDED">${msg("agreementsArticleAdded")}<#elseif article.kind().name() == "REMOVED">${msg("agreementsArticleRemoved")}<#else>${frame[0]}<#list article.aspects() as aspect><#local word=msg("agreementsAspect" + aspect.name() + (aspect.name() == "WORDS" && aspect?counter > 1)?then("_TOO", ""))>${(aspect?index == 0)?then(word?cap_first, word)}<#sep>${msg("agreementsAspectAnd")}</#sep></#list>${frame[1]!}</#if><#t>
</#macro>

<#-- What is different although the words are the same. -->
<#macro differences texts language>
  <div class="agr-traits">
    <p>${msg(texts.touched()?has_content?then("agreementsTraits", texts.weighsOtherwise()?then("agreementsTraitsOfWeight", "agreementsTraitsOnly")))}</p>
    <ul>
      <#list texts.differences() as difference>
        <li>
          ${msg("agreementsTrait" + difference.trait().name())}<#if difference.article()??> – <span <@of language/>>${difference.article()}</span></#if>
          <#if difference.before()?? || difference.after()??>
            <p class="agr-difference" <@of language/>><#if difference.trait().isPlace()>${difference.after()!difference.before()}<#else><#if difference.before()??><del><@hint "agreementsDeleted"/>${difference.before()}<@hint "agreementsMarkEnd"/></del></#if> <#if difference.after()??><ins><@hint "agreementsInserted"/>${difference.after()}<@hint "agreementsMarkEnd"/></ins></#if></#if></p>
          </#if>
        </li>
      </#list>
    </ul>
    <#if (texts.moreDifferences() > 0)><p class="agr-hint">${msg("agreementsTraitsMore", texts.moreDifferences()?string("0"))}</p></#if>
  </div>
</#macro>

<#-- Paragraphs in which nothing changed give way to one sign, unless the whole is shown. -->
<#macro parts article whole attentionTitle>
  <#local gap=false>
  <#local framed=false>
  <#local isNew=article.kind().name() == "ADDED">
  <#list article.parts() as part>
    <#local shown=whole>
    <#list part as paragraph><#if !paragraph.isUntouched()><#local shown=true></#if></#list>
    <#local draws=shown && part?first.attention()>
    <#if framed && !draws></div></#if>
    <#if draws && !framed><div class="agr-alert agr-alert-important" role="note"><p class="agr-alert-title">${attentionTitle}</p></#if>
    <#local framed=draws>
    <#if shown>
      <#if part?first.isRow()><@table part isNew whole/><#else><@paragraph part?first isNew/></#if>
      <#local gap=false>
    <#elseif !gap>
      <p class="agr-gap"><@leftOut/></p>
      <#local gap=true>
    </#if>
  </#list>
  <#if framed></div></#if>
</#macro>

<#macro leftOut><span aria-hidden="true">⋯</span><span class="agr-hidden" lang="${msg("agreementsLanguage")}" dir="${msg("agreementsDirection")}">${msg("agreementsLeftOut")}</span></#macro>

<#macro paragraph paragraph isNew>
  <p<#if paragraph.form().name() != "TEXT"> class="agr-${paragraph.form().name()?c_lower_case}"</#if>><#if paragraph.marker()?has_content><span class="agr-marker">${paragraph.marker()}</span> </#if><#list paragraph.passages() as passage><@words passage isNew/></#list></p>
</#macro>

<#-- The rows of a table that changed, below the heads of their columns. -->
<#macro table rows isNew whole>
  <#local gap=false>
  <div class="agr-table" tabindex="0">
    <table>
      <#list rows as row>
        <#local heads=row.cells()?has_content && row.cells()?first.heads()>
        <#if whole || heads || !row.isUntouched()>
          <tr><#list row.cells() as cell><${heads?then("th", "td")}<#if heads> scope="col"</#if>><#list cell.passages() as passage><@words passage isNew/></#list></${heads?then("th", "td")}></#list></tr>
          <#local gap=false>
        <#elseif !gap>
          <tr class="agr-gap"><td colspan="${row.cells()?size}"><@leftOut/></td></tr>
          <#local gap=true>
        </#if>
      </#list>
    </table>
  </div>
</#macro>

<#-- On one line, because Chinese shows every space. A new article needs no mark at each of its words. -->
<#macro words passage isNew>
  <#local kind=passage.kind().name()>
  <#if kind == "REMOVED"><del><@hint "agreementsDeleted"/><@asWritten passage/><@hint "agreementsMarkEnd"/></del><#elseif kind == "ADDED" && !isNew><ins><@hint "agreementsInserted"/><@asWritten passage/><@hint "agreementsMarkEnd"/></ins><#else><@asWritten passage/></#if><#t>
</#macro>

<#-- Words that the text itself strikes out are struck out here, too, and said to be. -->
<#macro asWritten passage>
  <#if passage.struck()><s class="agr-struck"><@hint "agreementsStruck"/>${passage.words()}<@hint "agreementsMarkEnd"/></s><#else>${passage.words()}</#if><#t>
</#macro>

<#-- For those who hear the page and do not see how words are marked. -->
<#macro hint key>
  <span class="agr-hidden" lang="${msg("agreementsLanguage")}" dir="${msg("agreementsDirection")}">${msg(key)}</span><#t>
</#macro>

<#-- Who can be asked, and the warning that belongs on every page. A theme whose footer has both says so in its theme.properties. -->
<#macro contact>
  <#if (properties.agreementsContactInFooter!"") != "true">
    <@own>
    <#local contact=(realm.attributes["agreements.contact"])!""><#local contactLink=address(contact)>
    <#local feedback=(realm.attributes["agreements.feedback"])!""><#local feedbackLink=address(feedback)>
    <div class="agr-contact">
      <p>${msg("agreementsNeverAsked")}</p>
      <#if contactLink?has_content || feedbackLink?has_content>
        <ul>
          <#if contactLink?has_content><li><a href="${contactLink}">${msg("agreementsContact")}</a><bdi class="agr-address" dir="ltr"> ${contact}</bdi></li></#if>
          <#if feedbackLink?has_content><li><a href="${feedbackLink}">${msg("agreementsFeedback")}</a><bdi class="agr-address" dir="ltr"> ${feedback}</bdi></li></#if>
        </ul>
      </#if>
    </div>
    </@own>
  </#if>
</#macro>

<#-- The realm may give a web address or a mail address; what is neither leads nowhere. -->
<#function address value>
  <#if value?matches("https?://[^@\\s\"<>\\\\]+", "i")><#return value></#if>
  <#if value?matches("[^@:/?\\s\"<>\\\\]+@[^@:/?\\s\"<>\\\\]+")><#return "mailto:" + value></#if>
  <#return "">
</#function>

<#-- What can be done, a sentence for each way; a list of one is none. -->
<#macro ways sentences>
  <#if sentences?size == 1>
    <p>${sentences?first}</p>
  <#else>
    <ul class="agr-ways">
      <#list sentences as words><li>${words}</li></#list>
    </ul>
  </#if>
</#macro>

<#macro choice item id>
  <#local invalid=messagesPerField.existsError(id)>
  <#local described=item.readToEnd()?then([id + "-hint"], []) + invalid?then(["input-error-" + id], [])>
  <div class="agr-choice ${properties.kcCheckboxClass!}">
    <input class="${properties.kcCheckboxInputClass!}" type="checkbox" id="${id}" name="${id}" value="${item.tick()}"
      <#if item.chosen()>checked</#if>
      <@check.box item id/>
      <#if described?has_content>aria-describedby="${described?join(" ")}"</#if>
      <#if invalid>aria-invalid="true"<#if !focused> autofocus<#assign focused=true></#if></#if>>
    <label class="${properties.kcCheckboxLabelClass!}" for="${id}">${item.choice()}</label>
  </div>
  <@fieldError id/>
</#macro>

<#macro fieldError id>
  <div class="agr-errors" id="input-error-container-${id}"><#if messagesPerField.existsError(id)><@check.error id>${messagesPerField.get(id)}</@check.error></#if></div>
</#macro>
