<#-- What the registration form is checked by in the browser before it is sent: the words for it, and the rules for a password. The server checks all of it again. -->

<#-- Fields above the agreements, in no order. -->
<#assign names=["username", "email", "password", "password-confirm"] + ((.data_model.profile.attributes)![])?map(attribute -> attribute.name)>

<#-- As Keycloak shows what is wrong at a field. -->
<#macro error id="">
  <div class="agr-error ${properties.kcFormHelperTextClass!}" role="alert">
    <div class="${properties.kcInputHelperTextClass!}">
      <div class="${properties.kcInputHelperTextItemClass!} ${properties.kcError!}"<#if id?has_content> id="input-error-${id}"</#if>>
        <span class="${properties.kcInputErrorMessageClass!}"><#nested></span>
      </div>
    </div>
  </div>
</#macro>

<#-- What is said where a box that is needed is left empty, or a text was not read to the end. -->
<#macro box item id>
  <#if agreements.required()?filter(needed -> needed.view().key() == item.view().key())?size gt 0>aria-required="true" data-agreement-missing="${msg(item.acknowledgement()?then("agreementsAcknowledgementMissing", "agreementsAcceptanceMissing"))}"<#if item.readToEnd()> data-agreement-unread="${msg("agreementsEndNotReached")}"</#if></#if><#t>
</#macro>

<#-- What the server says in words of ours at a field of Keycloak's. -->
<#assign own=["error-birthdate-invalid", "error-birthdate-future", "error-birthdate-too-young", "error-prohibited-content", "error-phone-number-invalid", "error-phone-number-taken"]>
<#function isOwn name>
  <#return messagesPerField.existsError(name) && own?filter(key -> begins(messagesPerField.get(name), key))?has_content>
</#function>

<#-- Whether words begin as a message does before what is put into it; one that begins with that tells nothing. -->
<#function begins words key>
  <#local beginning=msg(key, "|", "|")?split("|")[0]>
  <#return beginning?has_content && words?starts_with(beginning)>
</#function>

<#macro words>
  <#local required=((.data_model.profile.attributes)![])?filter(attribute -> attribute.required)?map(attribute -> attribute.name)>
  <template data-agreement-error
    data-field-class="${properties.kcError!}"
    data-language="${msg("agreementsLanguage")}"
    data-direction="${msg("agreementsDirection")}"
    data-own="${names?filter(name -> isOwn(name))?join(" ")}"
    data-required="${(required + (passwordRequired??)?then(["password", "password-confirm"], []))?join(" ")}"
    data-missing="${msg("agreementsFieldMissing")}"
    data-wrong="${msg("agreementsFieldWrong")}"
    data-email="${msg("invalidEmailMessage")}"
    data-confirm="${msg("invalidPasswordConfirmMessage")}"
    data-password="${msg("agreementsPasswordWrong")}"><@error/></template>
  <template data-agreement-summary>
    <div class="agr-summary ${properties.kcAlertClass!} pf-m-danger" role="alert" lang="${msg("agreementsLanguage")}" dir="${msg("agreementsDirection")}">
      <div class="${properties.kcAlertIconClass!}"><span class="${properties.kcFeedbackErrorIcon!}" aria-hidden="true"></span></div>
      <div class="${properties.kcAlertTitleClass!}"><p>${msg("agreementsToCorrect")}</p><ul></ul></div>
    </div>
  </template>
</#macro>

<#-- Moved to the password by a script, which marks what is met. -->
<#macro passwordRules>
  <#if passwordRequired?? && passwordPolicies??>
    <#local counted={
      "length": "agreementsPasswordLength", "maxLength": "agreementsPasswordMaxLength", "lowerCase": "agreementsPasswordLowerCase",
      "upperCase": "agreementsPasswordUpperCase", "digits": "agreementsPasswordDigits", "specialChars": "agreementsPasswordSpecialChars"}>
    <#local rules>
      <#list counted as rule, key><#if passwordPolicies[rule]??><@passwordRule rule msg(key, passwordPolicies[rule]?c) passwordPolicies[rule]?c/></#if></#list>
      <#local notEmail=(passwordPolicies.notEmail)!false>
      <#local notUsername=(passwordPolicies.notUsername)!false>
      <#if notEmail || (notUsername && realm.registrationEmailAsUsername)><@passwordRule "notEmail" msg("agreementsPasswordNotEmail")/></#if>
      <#if notUsername && !realm.registrationEmailAsUsername><@passwordRule "notUsername" msg("agreementsPasswordNotUsername")/></#if>
    </#local>
    <#if rules?markup_string?trim?has_content>
      <div class="agr-rules" id="agreements-password-rules" lang="${msg("agreementsLanguage")}" dir="${msg("agreementsDirection")}">
        <p>${msg("agreementsPasswordRules")}</p>
        <ul>${rules}</ul>
      </div>
    </#if>
  </#if>
</#macro>

<#macro passwordRule rule words bound="">
  <li data-password-rule="${rule}" data-bound="${bound}">${words}<span class="agr-hidden" hidden> ${msg("agreementsPasswordMet")}</span></li>
</#macro>
