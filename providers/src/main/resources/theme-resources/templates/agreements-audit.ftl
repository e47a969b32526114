<#-- A file of its own: nothing is loaded from elsewhere, and no script runs. -->
<!DOCTYPE html>
<html lang="${audit.locale()}" dir="${direction}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <title>${audit.title()} – ${audit.realm()}</title>
  <style>
    :root { color-scheme: light; }
    body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #151515; background: #fff;
      font: 1rem/1.5 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
    body:lang(ja) { font-family: system-ui, "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", Meiryo, sans-serif; }
    h1 { font-size: 1.75rem; line-height: 1.25; }
    table { width: 100%; margin: 2rem 0; border-collapse: collapse; }
    caption { padding: .5rem 0; font-size: 1.25rem; font-weight: 600; text-align: start; }
    th, td { padding: .3rem .5rem; border-bottom: 1px solid #8a8d90; text-align: start; vertical-align: top;
      font-weight: normal; overflow-wrap: anywhere; }
    thead th { border-bottom: 2px solid #151515; font-weight: 600; }
    td, thead th:last-child { width: 35%; text-align: end; font-variant-numeric: tabular-nums; }
    th[scope="rowgroup"] { padding-top: 1rem; color: #3c3f42; font-size: .875rem; }
    .gap { font-style: italic; }
    @media print {
      body { max-width: none; margin: 0; padding: 0; font-size: 10pt; }
      table { margin: 1.2rem 0; }
      tr { break-inside: avoid; }
      caption, th[scope="rowgroup"] { break-after: avoid; }
    }
  </style>
</head>
<body>
<main>
  <h1>${audit.title()}</h1>
  <#list audit.notes() as note>
    <p>${note}</p>
  </#list>
  <#list audit.sections() as section>
    <table>
      <caption>${section.title()}</caption>
      <thead>
        <tr><th scope="col">${words.say("figure")}</th><th scope="col">${words.say("value")}</th></tr>
      </thead>
      <#assign source="">
      <#list section.figures() as figure>
        <#if figure.countedFrom().words() != source>
          <#if source != ""></tbody></#if>
          <#assign source=figure.countedFrom().words()>
          <tbody>
            <tr><th scope="rowgroup" colspan="2">${words.say("from")}${words.say("colon")}${source}</th></tr>
        </#if>
            <tr>
              <th scope="row">${figure.label()}<#if figure.subject()??>${words.say("colon")}<bdi>${figure.subject()}</bdi></#if></th>
              <td<#if figure.gap()??> class="gap"</#if>><bdi>${figure.text()}</bdi></td>
            </tr>
      </#list>
      <#if source != ""></tbody></#if>
    </table>
  </#list>
</main>
</body>
</html>
