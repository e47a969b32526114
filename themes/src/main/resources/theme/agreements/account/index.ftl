<#--
  The stock page of the running server, with one entry of its import map leading to our hook. No copy of the stock page,
  so it is always that of the server. One without that entry is given unchanged.
  (The name included has no "/" because the stock page imports another one relative to its own name.)
-->
<#assign stock><#include "agreements-stock-account-index.ftl"></#assign>
<#assign entries>"react/jsx-runtime"$1${resourceUrl}/${properties.agreementsHook}", "agreements/stock-jsx-runtime"$1</#assign>
${stock?markup_string?replace('"react/jsx-runtime"(\\s*:\\s*")', entries?markup_string, 'rf')?no_esc}
