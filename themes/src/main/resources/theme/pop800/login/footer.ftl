<#macro content>
  <#local signIn = ["login", "login-username", "login-password"]?seq_contains(pageId!"")>
  <footer class="pop800-footer">
    <#if signIn>
      <#-- The sentence of the agreement's closing. {0} in the message is where the link goes. -->
      <#local agreementUrl = url.loginUrl?keep_before("/login-actions/") + "/agreements/user-registration">
      <#local sentence = msg("pop800SignInAccepts", "|")?split("|")>
      <p>
        ${sentence[0]}<a href="${agreementUrl}" target="_blank" rel="noopener">${msg("pop800Agreement")}</a>${sentence[1]!}
      </p>
    </#if>
    <p>${msg(signIn?then("pop800NeverAskedSignIn", "pop800NeverAsked"))}</p>
    <#local contact = (realm.attributes["agreements.contact"])!""><#local contactLink = address(contact)>
    <#local feedback = (realm.attributes["agreements.feedback"])!""><#local feedbackLink = address(feedback)>
    <#if contactLink?has_content || feedbackLink?has_content>
      <p class="pop800-links">
        <#if contactLink?has_content><a href="${contactLink}">${msg("pop800Contact")}</a></#if>
        <#if feedbackLink?has_content><a href="${feedbackLink}">${msg("pop800Feedback")}</a></#if>
      </p>
    </#if>
  </footer>
</#macro>

<#-- The realm may give a web address or an e-mail address; what is neither leads nowhere. -->
<#function address value>
  <#if value?matches("https?://[^@\\s\"<>\\\\]+", "i")><#return value></#if>
  <#if value?matches("[^@:/?\\s\"<>\\\\]+@[^@:/?\\s\"<>\\\\]+")><#return "mailto:" + value></#if>
  <#return "">
</#function>
