<#ftl output_format="plainText">
<#-- The same as html/agreements-layout.ftl in plain text. -->
<#macro letter title why button="" link="">
${title}

<#if greetedName??>
${msg("agreementsMailGreeting", greetedName)}
<#else>
${msg("agreementsMailGreetingNobody")}
</#if>

<#nested>

<#if link?has_content>
${button}
${link}

</#if>
${msg("agreementsNeverAsked")}

${why}
<#if contact?has_content>

${msg("agreementsContact")}
${contact}
</#if>
</#macro>
