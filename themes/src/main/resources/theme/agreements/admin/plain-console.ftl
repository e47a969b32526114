<!doctype html>
<html lang="${msg("agreementsLanguage")}" dir="${msg("agreementsDirection")}">
  <head>
    <meta charset="utf-8">
    <#-- Adds to what the server allows in its own header. Styles that scripts set on elements are not affected. -->
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' ${serverOrigin}; base-uri 'none'; form-action 'self'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <title>${msg("agreementsMenu")} – ${realm}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${resourceUrl}/${properties.agreementsPlainStyle}">
    <#if complete>
      <script type="module" src="${resourceUrl}/${properties.agreementsPlainScript}"></script>
    </#if>
  </head>
  <body>
    <#if complete>
      <div id="app" data-realm="${realm}" data-client-id="${clientId}" data-locale="${locale}" data-server-base-url="${serverBaseUrl}" data-address="${address}" data-admin-base-url="${adminBaseUrl}"></div>
      <noscript>${msg("agreementsConsoleNeedsScript")}</noscript>
    <#else>
      <main class="agreements-plain-missing">
        <h1>${msg("agreementsMenu")}</h1>
        <p>${msg("agreementsConsoleNoClient", clientId, realm)}</p>
        <pre><code>kcadm.sh create clients -r ${realm} -s clientId=${clientId} -s publicClient=true -s 'rootUrl=${r"${authAdminUrl}"}' -s 'redirectUris=["/realms/${realm}/agreements/console"]' -s 'webOrigins=["+"]' -s 'attributes."pkce.code.challenge.method"=S256' -s 'attributes."post.logout.redirect.uris"=+'</code></pre>
      </main>
    </#if>
  </body>
</html>
