/* global document, Event */
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const field = (id, type, value = "") => `
  <label for="${id}">${id} <span aria-hidden="true">*</span></label>
  <span><input id="${id}" name="${id}" type="${type}" value="${value}" aria-invalid=""></span>
  <div id="input-error-container-${id}"></div>`;

const box = (id, attributes) => `
  <input type="checkbox" id="${id}" name="${id}" ${attributes}>
  <label for="${id}">I accept ${id}</label>
  <div id="input-error-container-${id}"></div>
  <input type="hidden" id="${id}.end" value="">`;

const rule = (name, bound = "") =>
  `<li data-password-rule="${name}" data-bound="${bound}">${name}<span class="agr-hidden" hidden> (met)</span></li>`;

/** What matters of the page, in the order it has it. */
const PAGE = `
  <form novalidate>
    ${field("email", "email")}${field("password", "password")}${field("password-confirm", "password")}
    <details>${field("city", "text")}${field("site", "url")}</details>
    <template data-agreement-error data-field-class="pf-m-error" data-required="email password password-confirm"
      data-missing="Missing" data-wrong="Wrong" data-email="No address" data-confirm="Not the same" data-password="Too weak"
      ><div role="alert"><div><span></span></div></div></template>
    <template data-agreement-summary><div class="agr-summary"><p>Please correct:</p><ul></ul></div></template>
    <div id="agreements-password-rules"><ul>${rule("length", "10")}${rule("digits", "1")}${rule("notEmail")}</ul></div>
    ${box("agreement-terms", 'data-agreement-missing="Tick it"')}
    ${box("agreement-strict", 'data-agreement-missing="Tick it" data-agreement-unread="Read it"')}
    ${box("agreement-news", "")}
    <button>Register</button>
  </form>`;

const element = (id) => document.getElementById(id);
const errorAt = (id) => element(`input-error-${id}`)?.textContent;
const sent = vi.fn((event) => event.preventDefault());

function type(id, value) {
  element(id).value = value;
  element(id).dispatchEvent(new Event("input", { bubbles: true }));
}

function fillIn() {
  type("email", "ann@example.org");
  type("password", "correct horse 1");
  type("password-confirm", "correct horse 1");
  for (const id of ["agreement-terms", "agreement-strict"]) {
    element(id).click();
  }
  element("agreement-strict.end").value = "true";
}

const send = () => document.querySelector("button").click();

async function open(page = PAGE) {
  document.body.innerHTML = page;
  document.querySelector("form").addEventListener("submit", sent);
  vi.resetModules();
  await import("../../../../../providers/src/main/resources/theme-resources/resources/js/agreements.js");
}

beforeEach(() => {
  vi.stubGlobal("CSS", { escape: (id) => id.replaceAll(/[^\w-]/g, (sign) => `\\${sign}`) });
  sent.mockClear();
});

afterEach(() => {
  document.body.innerHTML = "";
});

test("what is filled in well is sent", async () => {
  await open();
  fillIn();
  send();

  expect(sent).toHaveBeenCalledOnce();
  expect(document.querySelector("[role=alert]")).toBeNull();
});

test("nothing typed is lost for a box: the form is not sent, and the box says why", async () => {
  await open();
  fillIn();
  element("agreement-terms").click();
  send();

  expect(sent).not.toHaveBeenCalled();
  expect(errorAt("agreement-terms")).toBe("Tick it");
  expect(document.activeElement).toBe(element("agreement-terms"));
  expect(element("agreement-terms").getAttribute("aria-describedby")).toBe("input-error-agreement-terms");
  expect(element("password").value).toBe("correct horse 1");
  expect(document.querySelector(".agr-summary")).toBeNull();

  element("agreement-terms").click();
  expect(errorAt("agreement-terms")).toBeUndefined();
  expect(element("agreement-terms").hasAttribute("aria-describedby")).toBe(false);
  send();
  expect(sent).toHaveBeenCalledOnce();
});

test("a text that has to be read to its end is asked for before the form is sent", async () => {
  await open();
  fillIn();
  element("agreement-strict.end").value = "";
  send();

  expect(errorAt("agreement-strict")).toBe("Read it");
  expect(sent).not.toHaveBeenCalled();
});

test("an optional box is never asked for", async () => {
  await open();
  send();

  expect(errorAt("agreement-news")).toBeUndefined();
});

test("of several errors the first in reading order has the focus, and a list leads to each", async () => {
  await open();
  fillIn();
  type("password", "short");
  type("site", "no address");
  element("agreement-terms").click();
  send();

  expect(document.activeElement).toBe(element("password"));
  const links = [...document.querySelectorAll(".agr-summary a")];
  expect(links.map((link) => link.textContent)).toEqual([
    "password – Too weak",
    "password-confirm – Not the same",
    "site – Wrong",
    "I accept agreement-terms – Tick it",
  ]);
  expect(document.querySelector("form").firstElementChild.className).toBe("agr-summary");
  links[2].click();
  expect(document.activeElement).toBe(element("site"));
  expect(document.querySelector("details").open).toBe(true);

  send();
  expect(document.querySelectorAll(".agr-summary")).toHaveLength(1);
});

test.each([
  ["email", "", "Missing"],
  ["email", "nobody", "No address"],
  ["password", "", "Missing"],
  ["password-confirm", "correct horse 2", "Not the same"],
])("%s with %j is wrong", async (id, value, words) => {
  await open();
  fillIn();
  type(id, value);
  send();

  expect(errorAt(id)).toBe(words);
  expect(element(id).getAttribute("aria-invalid")).toBe("true");
  expect(element(id).parentElement.className).toBe("pf-m-error");
});

test("rules for a password stand beside it and are marked as they are met", async () => {
  await open();
  const met = () =>
    [...document.querySelectorAll(".agr-met")].map((each) => each.getAttribute("data-password-rule")).join(" ");

  expect(element("input-error-container-password").previousElementSibling.id).toBe("agreements-password-rules");
  expect(element("password").getAttribute("aria-describedby")).toBe("agreements-password-rules");
  expect(met()).toBe("");
  type("password", "correct horse");
  expect(met()).toBe("length notEmail");
  type("password", "correct horse 1");
  expect(met()).toBe("length digits notEmail");
  type("email", "Correct Horse 1");
  expect(met()).toBe("length digits");
  expect(document.querySelectorAll(".agr-hidden:not([hidden])")).toHaveLength(2);
});

test("what the server found wrong has the focus and a list, too", async () => {
  await open(
    PAGE.replace('id="email" name="email" type="email" value="" aria-invalid=""', 'id="email" aria-invalid="true"')
      .replace('<div id="input-error-container-email">', "$&<p id='input-error-email'>Taken</p>")
      .replace('id="agreement-terms" name="agreement-terms"', 'id="agreement-terms" aria-invalid="true"')
      .replace('<div id="input-error-container-agreement-terms">', "$&<p id='input-error-agreement-terms'>Tick it</p>"),
  );

  expect(document.activeElement).toBe(element("email"));
  expect([...document.querySelectorAll(".agr-summary a")].map((link) => link.textContent)).toEqual([
    "email – Taken",
    "I accept agreement-terms – Tick it",
  ]);
});
