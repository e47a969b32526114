<#import "template.ftl" as layout>
<#import "agreements-commons.ftl" as commons>
<@commons.called msg("agreementsVerifyTitle")/>
<#assign words=["busy", "yes", "no", "WRONG", "NOTE", "GOOD", "NOT_GOOD", "OF_ANOTHER_LOG", "NO_RECEIPT", "NO_KEYS", "NO_KEYS_HINT", "NO_ZIP", "ANOTHER_ZIP", "USER_PACK", "ACCEPTED", "ACKNOWLEDGED", "DECLINED", "WITHDRAWN", "RECORDED", "SIGNED", "WITNESSED", "STAMPED", "UNREADABLE", "UNREADABLE_DETAILS", "MISSING", "UNEXPECTED", "DIFFERS", "UNPROVEN", "UNSIGNED", "UNLOGGED", "OWN_KEY", "OWN_WITNESSES", "NO_WITNESSES", "UNCHECKED_STAMP", "PACK_IS_GOOD", "PACK_IS_NOT_GOOD", "PACK_WORDINGS", "PACK_RECORDS", "PACK_COVERAGE", "PACK_UNREADABLE", "PACK_DIFFERS", "PACK_NOT_GOOD", "PACK_OF_ANOTHER", "PACK_UNPUBLISHED", "PACK_UNLOGGED", "PACK_PICTURES"]>
<#-- What is put in for the numbers is known to the script alone. -->
<#assign phrases=["LABELLED", "DETAILED", "VERSION", "LANGUAGE", "PLACE", "ZIP_CUT", "ZIP_TOO_LARGE", "ZIP_NAME", "ZIP_TWICE", "ZIP_PACKED_ANEW", "ZIP_CHANGED", "ZIP_UNEXPECTED", "ZIP_MISSING", "ZIP_ORDER"]>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <@commons.own "span">${msg("agreementsVerifyTitle")}</@commons.own>
  <#elseif section = "form">
    <@commons.assets agreementAssets/>
    <#if receipts.script()??><script type="module" src="${url.resourcesPath}/${receipts.script()}"></script></#if>
    <@commons.own>
    <p class="agr-intro">${msg("agreementsVerifyIntro")}</p>
    <div class="agr-verify" data-agreement-verify data-keys="${receipts.keys()}" hidden>
      <label class="agr-verify-file">
        <span>${msg("agreementsVerifyChoose")}</span>
        <input type="file" accept=".zip,application/zip">
      </label>
      <p class="agr-hint">${msg("agreementsVerifyHere")}</p>
      <div data-verdict role="status"></div>
      <div hidden><#list words as word><span data-word="${word}">${msg("agreementsVerify." + word)}</span></#list><#list phrases as phrase><span data-word="${phrase}">${msg("agreementsVerify." + phrase, "{0}", "{1}", "{2}")}</span></#list><#list receipts.types() as type><span data-word="TYPE_${type}">${msg("agreementsAudit.RECORD_TYPE." + type)}</span></#list></div>
    </div>
    <section class="agr-section" aria-labelledby="agreements-verify-command">
      <h2 id="agreements-verify-command">${msg("agreementsVerifyCommandHeading")}</h2>
      <p>${msg("agreementsVerifyCommand")}</p>
      <p><code>java -jar keycloak-agreements.jar verify-receipt --key KEY receipt.zip</code></p>
      <p class="agr-hint">${msg("agreementsVerifyKeys")} <a href="${receipts.keys()}">${receipts.keys()}</a></p>
    </section>
    <@commons.contact/>
    </@commons.own>
  </#if>
</@layout.registrationLayout>
