/** Where on an empty page the text goes, and where its title. */
export const TEXT = "[data-agreements-text]";
const TITLE = "[data-agreements-title]";

/** What runs, asks for something or leads away; and the promise of dark colours, which a script of the page keeps. */
const LEFT_OUT =
  "script, noscript, template, base, meta[http-equiv], meta[name=color-scheme], link:not([rel~=stylesheet]), iframe, object, embed, #kc-locale, .pf-v5-c-login__main-header-utilities";

/** What stands by its address, and would be looked for beside the console. */
const ADDRESSED = { href: "link, a[href]:not([href^='#'])", src: "img[src]" };

/**
 * Makes a page of a login theme one that shows nothing yet.
 *
 * @param page with the heading and the content that pages of the product have in every theme, and where it comes from
 * @returns undefined if it is no such page
 */
export function emptyPage({ html, address }: { html: string; address: string }): string | undefined {
  const page = new DOMParser().parseFromString(html, "text/html");
  const title = page.querySelector("span.agr-own");
  const content = page.querySelector("div.agr-own");
  if (!title || !content) {
    return undefined;
  }
  page.querySelectorAll(LEFT_OUT).forEach((element) => element.remove());
  page.querySelectorAll("*").forEach((element) => {
    element.getAttributeNames().forEach((name) => {
      if (name.startsWith("on")) {
        element.removeAttribute(name);
      }
    });
  });
  for (const [name, places] of Object.entries(ADDRESSED)) {
    page.querySelectorAll(places).forEach((element) => {
      element.setAttribute(name, new URL(element.getAttribute(name) ?? "", address).href);
    });
  }
  title.setAttribute("data-agreements-title", "");
  const text = page.createElement("article");
  text.className = "agr-whole-text";
  text.setAttribute("data-agreements-text", "");
  content.replaceChildren(text);
  return `<!DOCTYPE html>${page.documentElement.outerHTML}`;
}

/** Puts a text onto such a page. */
export function fill(
  page: Document,
  { title, html, lang, dir }: { title: string; html: string; lang: string; dir: string },
): void {
  const [heading, text] = [TITLE, TEXT].map((place) => page.querySelector<HTMLElement>(place));
  if (heading && text) {
    Object.assign(heading, { textContent: title, lang, dir });
    Object.assign(text, { innerHTML: html, lang, dir });
  }
}
