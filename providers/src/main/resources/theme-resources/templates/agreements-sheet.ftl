<#-- How the text of an agreement opens on a phone: a sheet as large as the screen, put together by a script. Without one the whole text is on the page. -->
<#macro templates>
  <template data-agreement-sheet>
    <button type="button" class="agr-read ${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}" lang="${msg("agreementsLanguage")}" dir="${msg("agreementsDirection")}">${msg("agreementsWhole")}</button>
    <dialog class="agr-sheet">
      <div class="agr-sheet-head" lang="${msg("agreementsLanguage")}" dir="${msg("agreementsDirection")}">
        <progress max="100" value="0" aria-label="${msg("agreementsReadSoFar")}"></progress>
        <button type="button" class="agr-sheet-done ${properties.kcButtonSecondaryClass!}">${msg("agreementsReadDone")}</button>
      </div>
      <div class="agr-sheet-text"></div>
    </dialog>
  </template>
</#macro>
