<#-- Called by the stock register.ftl where terms are to be accepted: between the fields and the button. -->
<#-- Set by the form action registration-agreements, whose jar brings the templates: which fields the form shows, and how. -->
<#if agreementsFields?? && profile??>
  <#import "agreements-fields.ftl" as agreementsFieldsOfForm>
</#if>

<#macro termsAcceptance>
  <#if agreementsFieldsOfForm??>
    <@agreementsFieldsOfForm.folded/>
  </#if>
  <#if agreements??>
    <#import "agreements-commons.ftl" as agreementsCommons>
    <@agreementsCommons.registration/>
  <#elseif termsAcceptanceRequired??>
    <#-- The stock terms and conditions, for realms that still use them. -->
    <#local error = messagesPerField.existsError("termsAccepted")>
    <div class="${properties.kcFormGroupClass!}">
      <div class="${properties.kcFormLabelTextClass!}">${msg("termsTitle")}</div>
      <div id="kc-registration-terms-text">${kcSanitize(msg("termsText"))?no_esc}</div>
    </div>
    <div class="${properties.kcFormGroupClass!}">
      <div class="${properties.kcCheckboxClass!}">
        <input type="checkbox" id="termsAccepted" name="termsAccepted" class="${properties.kcCheckboxInputClass!}"
          <#if error>aria-invalid="true" aria-describedby="input-error-terms-accepted"</#if>>
        <label for="termsAccepted" class="${properties.kcCheckboxLabelClass!}">${msg("acceptTerms")}</label>
      </div>
      <#if error>
        <div id="input-error-terms-accepted" class="${properties.kcInputErrorMessageClass!}" aria-live="polite">
          ${messagesPerField.get("termsAccepted")}
        </div>
      </#if>
    </div>
  </#if>
</#macro>
