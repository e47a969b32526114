import { SCOPE } from "./scope";

let root: HTMLElement | undefined;

/** Where dialogs and alerts are put: at the end of the page, but inside the styles of the views. */
export function portal(): HTMLElement {
  if (!root?.isConnected) {
    root = document.createElement("div");
    root.className = SCOPE;
    document.body.append(root);
  }
  return root;
}
