import { nameOf, scriptOf } from "../../common";
import { type Color, colorOf, contrast, over, WHITE } from "./color";
import type { Looks } from "./Looks";

/** What the pages on which users decide are held to. */
export const RULES = ["boxes", "order", "refusal", "contrast", "keyboard", "language"] as const;

export type Rule = (typeof RULES)[number];

/** Something that breaks a rule. */
export interface Fault {
  rule: Rule;
  /** The words of what does. */
  at: string;
}

/** WCAG 2.2, 1.4.3. */
const ENOUGH_CONTRAST = 4.5;

/** By how much the smaller of two may be smaller: what rounding makes of it. */
const TOLERANCE = 0.95;

const MOST_WORDS = 60;
const SUBMIT = "button:not([type=button], [type=reset]), input[type=submit], input[type=image]";
const DECISION = "[name=agreements-decision]";
const BOX = "input[type=checkbox]";
const TEXT = "[data-agreement-text]";
const WITHOUT_WORDS_TO_READ = "option, script, style, noscript, template, :disabled, [aria-disabled=true]";
const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex^='-'])";

/** What is wrong with a page on which users decide; nothing with any other page. */
export function faultsOf(page: Document, locale: string, looks: Looks): Fault[] {
  const form = page.querySelector("[name=agreements-presentation]")?.closest("form");
  return form ? RULES.flatMap((rule) => FINDERS[rule](form, looks, locale).map((at) => ({ rule, at }))) : [];
}

/** Finds what breaks a rule, and names it. */
type Finder = (form: HTMLFormElement, looks: Looks, locale: string) => string[];

const FINDERS: Record<Rule, Finder> = {
  boxes: (form) =>
    all<HTMLInputElement>(form, BOX)
      .filter((box) => box.checked)
      .map((box) => wordsOf(box.labels?.[0] ?? box) || box.name),

  order: (form, looks) => {
    const tops = decidedByButtons(form).map((text) => placeOf(text, looks)?.top ?? -Infinity);
    const lowest = Math.max(...tops);
    return decisive(form)
      .filter((button) => (looks.box(button)?.bottom ?? Infinity) <= lowest)
      .map(wordsOf);
  },

  refusal: (form, looks) => {
    const accept = button(form, ["accept", "acknowledge", "confirm"]);
    const decline = button(form, ["decline", "stop"]);
    return accept && decline && isLess(decline, accept, looks) ? [wordsOf(decline)] : [];
  },

  contrast: (form, looks) =>
    [form, ...all(form, "*")]
      .filter((element) => hasWords(element) && !element.closest(WITHOUT_WORDS_TO_READ) && looks.box(element))
      .flatMap((element) => {
        const ratio = contrastOf(element, looks);
        return ratio < ENOUGH_CONTRAST ? [`${wordsOf(element)} (${ratio.toFixed(2)} : 1)`] : [];
      }),

  keyboard: (form, looks) =>
    all(form, TEXT)
      .filter((text) => !isReachable(text, looks))
      .map((text) => text.dataset["agreementText"] ?? ""),

  language: (form, _looks, locale) =>
    all(form, ".agr-own[lang]")
      .map(({ lang }) => lang)
      .filter((lang) => nameOf(lang) !== nameOf(locale) || scriptOf(lang) !== scriptOf(locale)),
};

function all<E extends HTMLElement = HTMLElement>(form: HTMLFormElement, selector: string): E[] {
  return [...form.querySelectorAll<E>(selector)];
}

/** Where buttons say what they decide, a text with a box of its own is decided on by that, unless all have one. */
function decidedByButtons(form: HTMLFormElement): HTMLElement[] {
  const texts = all(form, TEXT);
  const boxes = all<HTMLInputElement>(form, BOX).map(({ name }) => name);
  const others = texts.filter((text) => !boxes.includes(text.dataset["agreementText"] ?? ""));
  return form.querySelector(DECISION) && others.length > 0 ? others : texts;
}

/** Where there are buttons that say what they decide, these; else all that send the form. */
function decisive(form: HTMLFormElement): HTMLElement[] {
  const deciding = all(form, DECISION);
  return deciding.length > 0 ? deciding : all(form, SUBMIT);
}

function button(form: HTMLFormElement, answers: readonly string[]): HTMLElement | undefined {
  return all(form, answers.map((answer) => `${DECISION}[value=${answer}]`).join(", "))[0];
}

/** Whether it is not to be seen, narrower, in smaller or thinner letters, or lower. */
function isLess(decline: HTMLElement, accept: HTMLElement, looks: Looks): boolean {
  const box = looks.box(decline);
  if (!box) {
    return true;
  }
  const [one, other] = [looks.style(decline), looks.style(accept)];
  const measures: [number, number][] = [
    [box.width, looks.box(accept)?.width ?? 0],
    [parseFloat(one.fontSize), parseFloat(other.fontSize)],
    [weightOf(one), weightOf(other)],
    [paddingOf(one), paddingOf(other)],
  ];
  return measures.some(([less, more]) => less < more * TOLERANCE);
}

function weightOf({ fontWeight }: CSSStyleDeclaration): number {
  return fontWeight === "bold" ? 700 : parseFloat(fontWeight) || 400;
}

/** Heights are not compared: the words of one may take two lines. */
function paddingOf({ paddingTop, paddingBottom }: CSSStyleDeclaration): number {
  return parseFloat(paddingTop) + parseFloat(paddingBottom);
}

/** Of its words to what is behind them; infinite where that is a picture, or a colour that cannot be reckoned with. */
function contrastOf(element: Element, looks: Looks): number {
  const color = colorOf(looks.style(element).color);
  const layers: Color[] = [];
  let opacity = 1;
  for (let at: Element | null = element; at; at = at.parentElement) {
    const style = looks.style(at);
    const layer = colorOf(style.backgroundColor);
    if (!layer || !["", "none"].includes(style.backgroundImage)) {
      return Infinity;
    }
    layers.push(layer);
    if (layer.alpha === 1) {
      break;
    }
    opacity *= parseFloat(style.opacity || "1");
  }
  if (!color) {
    return Infinity;
  }
  const back = layers.reduceRight((below, layer) => over(layer, below), WHITE);
  return contrast(over({ ...color, alpha: color.alpha * opacity }, back), back);
}

function isReachable(text: HTMLElement, looks: Looks): boolean {
  if (text.closest("[inert]") || !placeOf(text, looks)) {
    return false;
  }
  if (looks.overflows(text) && ["hidden", "clip"].includes(looks.style(text).overflowY)) {
    return false;
  }
  for (let at: HTMLElement | null = text; at; at = at.parentElement) {
    const isScrolled = looks.overflows(at) && ["auto", "scroll"].includes(looks.style(at).overflowY);
    if (isScrolled && at !== text.ownerDocument.body && at.tabIndex < 0 && !at.querySelector(FOCUSABLE)) {
      return false;
    }
  }
  return true;
}

/** Of the text, or of what opens it. */
function placeOf(text: HTMLElement, looks: Looks) {
  const closed = text.closest("details:not([open])");
  return closed ? looks.box(closed) : looks.box(text);
}

function hasWords(element: Element): boolean {
  return [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
}

function wordsOf(element: Element): string {
  const words = (element.textContent || element.getAttribute("value") || "").replace(/\s+/g, " ").trim();
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS)}…` : words;
}
