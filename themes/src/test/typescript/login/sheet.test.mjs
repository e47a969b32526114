/* global document, Event, HTMLDialogElement, HTMLElement, window */
import { afterEach, beforeEach, expect, test, vi } from "vitest";

/** What matters of the page. */
const PAGE = `
  <form>
    <template data-agreement-sheet>
      <button type="button" class="agr-read">Read the whole text</button>
      <dialog class="agr-sheet">
        <div><progress max="100" value="0"></progress><button type="button" class="agr-sheet-done">Done</button></div>
        <div class="agr-sheet-text"></div>
      </dialog>
    </template>
    <section class="agr-agreement">
      <h2 id="agreement-terms-title">Terms</h2>
      <a class="agr-whole" href="/terms">Read the whole text</a>
      <p class="agr-attention"><a href="#clause">4</a></p>
      <div id="agreement-terms-text" tabindex="0" aria-labelledby="agreement-terms-title" data-agreement-text="agreement-terms">
        <blockquote id="clause"><p>We are not liable.</p></blockquote>
        <div data-agreement-end></div>
      </div>
      <input type="hidden" id="agreement-terms.end" value="">
      <input type="hidden" name="agreement-terms.seen" value="">
    </section>
  </form>`;

const find = (selector) => document.querySelector(selector);
const observers = [];

class Observer {
  constructor(see, options) {
    Object.assign(this, { see, options, targets: [] });
    observers.push(this);
  }
  observe(target) {
    this.targets.push(target);
  }
  unobserve(gone) {
    this.targets = this.targets.filter((target) => target !== gone);
  }
  disconnect() {
    this.targets = [];
  }
}

async function open(isPhone, page = PAGE) {
  vi.stubGlobal("IntersectionObserver", Observer);
  window.matchMedia = () => ({ matches: isPhone });
  document.body.innerHTML = page;
  vi.resetModules();
  await import("../../../../../providers/src/main/resources/theme-resources/resources/js/agreements.js");
}

beforeEach(() => {
  observers.length = 0;
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
});

afterEach(() => {
  document.body.innerHTML = "";
});

test("on a phone the text opens as a sheet, and nothing of it scrolls on the page", async () => {
  await open(true);

  expect(find("dialog").open).toBe(false);
  expect(find("dialog").contains(find("#agreement-terms-text"))).toBe(true);
  expect(find(".agr-whole").hidden).toBe(true);
  find(".agr-read").click();
  expect(find("dialog").open).toBe(true);
  expect(find("dialog").getAttribute("aria-labelledby")).toBe("agreement-terms-title");
  expect(document.activeElement).toBe(find("#agreement-terms-text"));
  find(".agr-sheet-done").click();
  expect(find("dialog").open).toBe(false);
});

test("a clause that attention is drawn to opens the sheet where it stands", async () => {
  await open(true);
  find(".agr-attention a").click();

  expect(find("dialog").open).toBe(true);
});

test("a sheet says how far one has read", async () => {
  await open(true);
  const scroller = find(".agr-sheet-text");
  Object.defineProperties(scroller, { scrollHeight: { value: 1200 }, clientHeight: { value: 200 } });
  scroller.scrollTop = 500;
  scroller.dispatchEvent(new Event("scroll"));

  expect(find("progress").value).toBe(50);
});

test("a text that needs no scrolling is read as soon as its sheet is open", async () => {
  await open(true);
  find(".agr-read").click();

  expect(find("progress").value).toBe(100);
});

test("on a larger screen the text stays on the page", async () => {
  await open(false);

  expect(find("dialog")).toBeNull();
  expect(find(".agr-read")).toBeNull();
  expect(find(".agr-whole").hidden).toBe(false);
  find(".agr-attention a").click();
  expect(find("section").contains(find("#agreement-terms-text"))).toBe(true);
});

/** Those that look whether the end was passed, and what of the text came into sight. */
function endAndParts() {
  const end = observers.find(({ targets }) => targets.includes(find("[data-agreement-end]")));
  const parts = observers.find(({ targets }) => targets.includes(find("#agreement-terms-text p")));
  return { end, parts };
}

const LONG = PAGE.replace(
  "<div data-agreement-end>",
  "<h3>2</h3><ul><li>One</li></ul><nav><ul><li>2</li></ul></nav>$&",
);
const reached = () => document.getElementById("agreement-terms.end").value;
const seen = (...targets) => targets.map((target) => ({ isIntersecting: true, target }));

test("the end of a text counts once each part has come into view", async () => {
  vi.spyOn(HTMLElement.prototype, "getClientRects").mockReturnValue([{}]);
  await open(false, LONG);
  const { end, parts } = endAndParts();

  expect(end.options).toEqual({ rootMargin: "1000000px 0px 0px 0px" });
  expect(parts.options).toEqual({ rootMargin: "0px 0px 0px 0px" });
  expect(parts.targets.map(({ tagName }) => tagName)).toEqual(["P", "H3", "LI"]);
  parts.see(seen(...parts.targets));
  expect(reached()).toBe("");
  end.see([{ isIntersecting: false }]);
  expect(reached()).toBe("");
  end.see([{ isIntersecting: true }]);
  expect(reached()).toBe("true");
  expect([...end.targets, ...parts.targets]).toEqual([]);
});

test("who jumps to the end has not reached it, and has once the rest was seen", async () => {
  vi.spyOn(HTMLElement.prototype, "getClientRects").mockReturnValue([{}]);
  await open(false, LONG);
  const { end, parts } = endAndParts();
  const [paragraph, heading, item] = parts.targets;

  parts.see(seen(paragraph));
  parts.see([...seen(item), { isIntersecting: false, target: heading }]);
  end.see([{ isIntersecting: true }]);
  expect(reached()).toBe("");
  parts.see(seen(heading));
  expect(reached()).toBe("true");
});

test("what of a text takes no room is waited for by nobody", async () => {
  await open(false);
  endAndParts().end.see([{ isIntersecting: true }]);

  expect(reached()).toBe("true");
});

test("what lies behind the bar with the decision is not in sight", async () => {
  vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(120);
  await open(false, `${PAGE}<div class="agr-decision" style="position: sticky"></div>`);

  expect(observers.map(({ options }) => options.rootMargin)).toEqual([
    "0px 0px -120px 0px",
    "1000000px 0px -120px 0px",
    "0px 0px -120px 0px",
  ]);
  vi.restoreAllMocks();
});
