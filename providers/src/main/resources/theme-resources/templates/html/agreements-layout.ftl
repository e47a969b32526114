<#-- How every mail of the product looks: its title, whom it speaks to, its words, one button, why it comes and whom to ask. Tables and styles at each part, because programs for mail know little else. A theme may have a layout of its own under this name. -->

<#-- link: where the button leads; without one there is no button. -->
<#macro letter title why button="" link="">
<#-- The same character is drawn otherwise in Japan, Taiwan and China. -->
<#local fonts={"ja": "'Hiragino Sans', 'Yu Gothic', Meiryo, 'Noto Sans CJK JP'", "zh-Hant": "'PingFang TC', 'Microsoft JhengHei', 'Noto Sans CJK TC'"}[msg("agreementsLanguage")]!"'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC'">
<!DOCTYPE html>
<html lang="${msg("agreementsLanguage")}" dir="${msg("agreementsDirection")}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${title}</title>
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
p, ul { margin: 0 0 16px; }
@media (prefers-color-scheme: dark) {
.mail-ground { background-color: #14181d !important; }
.mail-card { background-color: #20262e !important; border-color: #3b4450 !important; color: #e8ebef !important; }
.mail-title { color: #e8ebef !important; }
.mail-card a { color: #8fb8ff !important; }
.mail-button { background-color: #8fb8ff !important; }
.mail-card .mail-button a { color: #10213a !important; }
.mail-foot { border-color: #3b4450 !important; color: #b4bdc9 !important; }
}
</style>
</head>
<body class="mail-ground" style="margin: 0; padding: 0; background-color: #f4f6f9;">
<table class="mail-ground" role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f4f6f9" style="background-color: #f4f6f9;">
<tr>
<td align="center" style="padding: 24px 12px;">
<!--[if mso]><table role="presentation" width="580" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table class="mail-card" role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" style="max-width: 580px; background-color: #ffffff; border: 1px solid #d5dae1; border-radius: 8px; color: #1b2430; font-family: -apple-system, 'Segoe UI', Roboto, ${fonts?no_esc}, sans-serif; font-size: 16px; line-height: 1.6;">
<tr>
<td style="padding: 28px 28px 0;">
<h1 class="mail-title" style="margin: 0 0 20px; color: #1b2430; font-size: 22px; font-weight: 600; line-height: 1.35;">${title}</h1>
<p><#if greetedName??>${msg("agreementsMailGreeting", greetedName)}<#else>${msg("agreementsMailGreetingNobody")}</#if></p>
<#nested>
<#if link?has_content>
<table role="presentation" cellpadding="0" cellspacing="0" border="0">
<tr>
<td class="mail-button" align="center" bgcolor="#1a56c4" style="background-color: #1a56c4; border-radius: 6px;"><a href="${link}" style="display: inline-block; padding: 12px 24px; color: #ffffff; font-weight: 600; text-decoration: none;">${button}</a></td>
</tr>
</table>
</#if>
</td>
</tr>
<tr>
<td style="padding: 24px 28px 20px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
<tr>
<td class="mail-foot" style="padding-top: 16px; border-top: 1px solid #d5dae1; color: #56616f; font-size: 14px; line-height: 1.6;">
<p>${msg("agreementsNeverAsked")}</p>
<p>${why}</p>
<#if contact?has_content>
<#local contactLink=address(contact)>
<p>${msg("agreementsContact")}<br><bdi dir="ltr"><#if contactLink?has_content><a href="${contactLink}" style="color: #1a56c4;">${contact}</a><#else>${contact}</#if></bdi></p>
</#if>
</td>
</tr>
</table>
</td>
</tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td>
</tr>
</table>
</body>
</html>
</#macro>

<#-- A message of several paragraphs, with an empty line between them. -->
<#macro paragraphs words>
<#list words?split("\n\n") as paragraph>
<p>${paragraph}</p>
</#list>
</#macro>

<#-- A link beside the one of the button. -->
<#macro further words link>
<p>${words}<br><a href="${link}" style="color: #1a56c4; word-break: break-all;">${link}</a></p>
</#macro>

<#-- Words somebody typed, as they were typed. -->
<#macro typed words>
<span dir="auto" style="white-space: pre-line;">${words}</span><#t>
</#macro>

<#-- The realm may give a web address or a mail address; what is neither leads nowhere. -->
<#function address value>
<#if value?matches("https?://[^@\\s\"<>\\\\]+", "i")><#return value></#if>
<#if value?matches("[^@:/?\\s\"<>\\\\]+@[^@:/?\\s\"<>\\\\]+")><#return "mailto:" + value></#if>
<#return "">
</#function>
