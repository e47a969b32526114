<#import "template.ftl" as layout>
<#import "agreements-commons.ftl" as commons>
<#assign view=agreement.view()>
<@commons.called view.title()/>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <span id="agreement.title" class="agr-page-title" <@commons.of view.language()/>>${view.title()}</span>
  <#elseif section = "form">
    <@commons.assets agreementAssets/>
    <@commons.own>
    <p class="agr-edition">${view.edition()} <span class="agr-state">${msg("agreementsState." + agreement.state())}</span></p>
    <ul class="agr-actions">
      <#if agreement.changes()??><li><a href="${agreement.changes().url()}">${msg("agreementsChangesLink", agreement.changes().from()?c)}</a></li></#if>
      <li class="agr-file"><a href="${agreement.file()}" download>${msg("agreementsFile")}</a></li>
      <#-- What only a script can do is there only with one. -->
      <li hidden><button type="button" data-agreement-print>${msg("agreementsPrint")}</button></li>
      <li hidden><button type="button" data-agreement-copy="${view.url()}">${msg("agreementsCopyLink")}</button><span role="status" data-agreement-copied="${msg("agreementsLinkCopied")}" data-agreement-not-copied="${msg("agreementsLinkNotCopied")}"></span></li>
    </ul>
    <#if (agreement.versions()?size > 1)>
      <nav class="agr-versions" aria-labelledby="agreement.versions">
        <details class="agr-more"<#if (agreement.versions()?size < 6)> open</#if>>
        <summary><h2 id="agreement.versions">${msg("agreementsAllVersions")}</h2></summary>
        <ul>
          <#list agreement.versions() as version>
            <li><#if version.current()><span aria-current="page">${version.edition()}</span><#else><a href="${version.url()}">${version.edition()}</a></#if></li>
          </#list>
        </ul>
        </details>
      </nav>
    </#if>
    <#if agreement.acknowledgement()><p class="agr-hint">${msg("agreementsAcknowledgementOnly")}</p></#if>
    <#if view.translationNote()??><p class="agr-hint">${view.translationNote()}</p></#if>
    <@commons.attention view/>
    <article class="agr-whole-text" <@commons.of view.language()/>>
      <@commons.contents view "agreement" "agreement.title"/>
      ${view.html()?no_esc}
    </article>
    <p class="agr-hint agr-digest">${msg("agreementsDigest")} <code>${view.digest()}</code></p>
    <@commons.contact/>
    </@commons.own>
  </#if>
</@layout.registrationLayout>
