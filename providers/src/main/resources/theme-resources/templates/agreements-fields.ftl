<#-- The fields of the registration form: what is necessary stands on it, the rest is folded under one line, or waits until there is an account. Imported before the form is made. -->
<#import "user-profile-commons.ftl" as userProfileCommons>

<#assign all=.data_model.profile>

<#-- An age that is required is asked for at once. Without a name or an address there is no account, and the password stands below it. -->
<#function necessary attribute>
  <#return attribute.required || ["username", "email", "locale"]?seq_contains(attribute.name) || (attribute.validators.birthdate["min-age"])??>
</#function>

<#function typed attribute>
  <#return messagesPerField.existsError(attribute.name) || (attribute.value!"")?has_content || (attribute.values![])?join("")?has_content>
</#function>

<#assign others=[]><#assign filledIn=[]>
<#if agreementsFields != "shown">
  <#assign others=all.attributes?filter(attribute -> !necessary(attribute))>
  <#assign filledIn=others?filter(attribute -> typed(attribute))>
  <#-- The stock form shows the fields of what is called so. -->
  <#global profile=all + {"attributes": all.attributes?filter(attribute -> necessary(attribute))}>
</#if>

<#macro folded>
  <#if agreementsFields == "folded" && others?has_content>
    <details class="agr-fold" id="agreements-optional-fields"<#if filledIn?has_content> open</#if>>
      <summary lang="${msg("agreementsLanguage")}" dir="${msg("agreementsDirection")}">${msg("agreementsOptionalFields")}</summary>
      <div class="agr-fold-fields ${properties.kcFormClass!}">
        <#-- A group has one head, which names it by its id: where some of its fields stand on the form, it stands there. -->
        <#local named=all.attributes?filter(attribute -> necessary(attribute) && attribute.group??)?map(attribute -> attribute.group.name)>
        <#global profile=all + {"attributes": others?map(attribute -> (attribute.group?? && named?seq_contains(attribute.group.name))?then(attribute + {"group": ""}, attribute)), "html5DataAnnotations": {}}>
        <@userProfileCommons.userProfileFormFields/>
      </div>
    </details>
  </#if>
</#macro>
