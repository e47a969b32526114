import { type Fault, faultsOf } from "./faults";
import { shown } from "./Looks";

/** Of a screen and of a phone. */
const WIDTHS = [1280, 390];
const HEIGHT = 900;
const PATIENCE = 20_000;

const WITHOUT = "script, link[rel=modulepreload], meta[http-equiv], meta[name=color-scheme]";

/** Of more faults of one page nobody reads. */
const MOST_FAULTS = 20;

/** What is wrong with a page as this browser shows it. The page is loaded out of sight, and its scripts do not run. */
export async function examine(html: string, locale: string): Promise<Fault[]> {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-same-origin");
  frame.setAttribute("aria-hidden", "true");
  frame.tabIndex = -1;
  Object.assign(frame.style, { position: "fixed", top: "0", left: "-10000px", height: `${HEIGHT}px`, border: "0" });
  frame.srcdoc = withoutScripts(html);
  try {
    const page = await loaded(frame);
    const faults = WIDTHS.flatMap((width) => {
      frame.style.width = `${width}px`;
      // As high as the page is, so that what sticks to the end of a window stands at its own place.
      frame.style.height = `${HEIGHT}px`;
      frame.style.height = `${Math.max(HEIGHT, page.documentElement.scrollHeight)}px`;
      return faultsOf(page, locale, shown);
    });
    return unique(faults).slice(0, MOST_FAULTS);
  } finally {
    frame.remove();
  }
}

function loaded(frame: HTMLIFrameElement): Promise<Document> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("The page does not load")), PATIENCE);
    frame.addEventListener("load", () => {
      clearTimeout(late);
      if (frame.contentDocument) {
        resolve(frame.contentDocument);
      } else {
        reject(new Error("The page cannot be looked into"));
      }
    });
    document.body.append(frame);
  });
}

/** They would not run, and a browser complains of each. Nor does the page lead anywhere, or follow this browser's dark look. */
function withoutScripts(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  page.querySelectorAll(WITHOUT).forEach((element) => element.remove());
  return `<!DOCTYPE html>${page.documentElement.outerHTML}`;
}

function unique(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [`${fault.rule} ${fault.at}`, fault])).values()];
}
