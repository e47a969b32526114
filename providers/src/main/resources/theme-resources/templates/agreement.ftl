<#import "template.ftl" as layout>
<#import "agreements-commons.ftl" as commons>
<#assign view=agreement.view()>
<@commons.called view.title()/>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <span id="agreement.title" <@commons.of view.language()/>>${view.title()}</span>
  <#elseif section = "form">
    <@commons.assets agreementAssets/>
    <@commons.own>
    <p class="agr-edition">${view.edition()} · ${msg("agreementsState." + agreement.state())}</p>
    <#if agreement.acknowledgement()><p class="agr-hint">${msg("agreementsAcknowledgementOnly")}</p></#if>
    <#if view.translationNote()??><p class="agr-hint">${view.translationNote()}</p></#if>
    <@commons.attention view/>
    <article class="agr-whole-text" <@commons.of view.language()/>>
      <@commons.contents view "agreement" "agreement.title"/>
      ${view.html()?no_esc}
    </article>
    <p class="agr-ways-on agr-file"><a href="${agreement.file()}" download>${msg("agreementsFile")}</a></p>
    <p class="agr-hint agr-digest">${msg("agreementsDigest")} <code>${view.digest()}</code></p>
    <#if agreement.changes()??>
      <p class="agr-ways-on"><a href="${agreement.changes().url()}">${msg("agreementsChangesLink", agreement.changes().from()?c)}</a></p>
    </#if>
    <#if (agreement.versions()?size > 1)>
      <nav class="agr-versions" aria-labelledby="agreement.versions">
        <h2 id="agreement.versions">${msg("agreementsAllVersions")}</h2>
        <ul>
          <#list agreement.versions() as version>
            <li><#if version.current()><span aria-current="page">${version.edition()}</span><#else><a href="${version.url()}">${version.edition()}</a></#if></li>
          </#list>
        </ul>
      </nav>
    </#if>
    <@commons.contact/>
    </@commons.own>
  </#if>
</@layout.registrationLayout>
