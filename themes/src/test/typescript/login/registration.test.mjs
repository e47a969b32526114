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
    <template data-agreement-error data-field-class="pf-m-error" data-language="en" data-direction="ltr" data-required="email password password-confirm"
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

test("one error is announced where it stands, and several by their list alone", async () => {
  await open();
  fillIn();
  element("agreement-terms").click();
  send();
  expect(document.querySelectorAll("[role=alert]")).toHaveLength(1);

  type("site", "no address");
  send();
  expect(document.querySelectorAll(".agr-summary a")).toHaveLength(2);
  expect(document.querySelectorAll("[role=alert]")).toHaveLength(0);
});

test("what is put right meanwhile is no longer on the list, and a list of nothing is none", async () => {
  await open();
  fillIn();
  type("password-confirm", "correct horse 2");
  type("site", "no address");
  element("agreement-terms").click();
  element("agreement-strict.end").value = "";
  send();
  const list = () => [...document.querySelectorAll(".agr-summary a")].map((link) => link.textContent.split(" – ")[1]);

  expect(list()).toEqual(["Not the same", "Wrong", "Tick it", "Read it"]);
  type("password", "correct horse 2");
  expect(list()).toEqual(["Wrong", "Tick it", "Read it"]);
  expect(element("password-confirm").getAttribute("aria-invalid")).toBe("false");
  type("agreement-strict.end", "true");
  expect(list()).toEqual(["Wrong", "Tick it"]);
  element("agreement-terms").click();
  type("site", "");
  expect(document.querySelector(".agr-summary")).toBeNull();
  send();
  expect(sent).toHaveBeenCalledOnce();
});

test("what Keycloak's own script says of the rules once more is taken away, and what the server found is not", async () => {
  await open();
  const container = element("input-error-container-password");
  // As password-policy.js does it.
  element("password").addEventListener("change", () => container.replaceChildren(document.createElement("ul")));
  element("password").dispatchEvent(new Event("change", { bubbles: true }));
  expect(container.childElementCount).toBe(0);

  container.innerHTML = "<p id='input-error-password'>Used before</p>";
  element("password-confirm").dispatchEvent(new Event("change", { bubbles: true }));
  expect(errorAt("password")).toBe("Used before");
});

test("our words say which language they are in, also where the page is in another", async () => {
  document.documentElement.lang = "ja";
  await open(PAGE.replace('data-required="', 'data-required="city '));
  fillIn();
  type("email", "nobody");
  send();

  expect(element("input-error-city").querySelector("span").lang).toBe("en");
  expect(element("input-error-email").querySelector("span").lang).toBe("");
  const languages = (link) => [...link.querySelectorAll("bdi")].map(({ lang }) => lang);
  expect([...document.querySelectorAll(".agr-summary a")].map(languages)).toEqual([
    ["ja", "ja"],
    ["ja", "en"],
  ]);
  document.documentElement.lang = "";
});

test("what the server says at a field in our words says so, too", async () => {
  await open(
    PAGE.replace('data-direction="ltr"', '$& data-own="city"')
      .replace('<div id="input-error-container-city">', "$&<p id='input-error-city'>Say it otherwise</p>")
      .replace('<div id="input-error-container-email">', "$&<p id='input-error-email'>Taken</p>"),
  );

  expect(element("input-error-city").lang).toBe("en");
  expect(element("input-error-email").lang).toBe("");
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

test("that a field has to be filled in, and what it is for, is told with it", async () => {
  const help = (place) => `<div id="form-help-text-${place}-password">So that nobody else signs in</div>`;
  await open(PAGE.replace("<details>", `${help("before")}${help("after")}<details>`));

  expect([...document.querySelectorAll("[aria-required=true]")].map((each) => each.id)).toEqual([
    "email",
    "password",
    "password-confirm",
  ]);
  expect(element("password").getAttribute("aria-describedby")).toBe(
    "form-help-text-before-password form-help-text-after-password agreements-password-rules",
  );
  expect(element("email").hasAttribute("aria-describedby")).toBe(false);
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
