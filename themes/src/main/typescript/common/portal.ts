import { inLanguage } from "./language/languages";
import { SCOPE } from "./scope";

let root: HTMLElement | undefined;
let spoken = "en";

/** Where dialogs and alerts are put: at the end of the page, but inside the styles of the views. */
export function portal(): HTMLElement {
  if (!root?.isConnected) {
    root = document.createElement("div");
    root.className = SCOPE;
    document.body.append(root);
  }
  return Object.assign(root, inLanguage(spoken));
}

/** Says which language dialogs and alerts are in from now on. */
export function speakInPortal(language: string) {
  spoken = language;
}
