/* global document, HTMLDialogElement, KeyboardEvent, window, Event */
import { beforeEach, describe, expect, test, vi } from "vitest";
import { partsOf } from "../../../../../tools/gallery/names.mjs";
import { page } from "../../../../../tools/gallery/page.mjs";

const PICTURES = [
  { ...partsOf("a/form-en-phone.png"), state: "changed", share: 0.5 },
  { ...partsOf("a/form-zh-phone-dark.png"), state: "gone", share: 0 },
  { ...partsOf("b/list.png"), state: "same", share: 0 },
];

const shown = () => [...document.querySelectorAll("#pictures > li:not([hidden])")].map((card) => card.dataset.name);
const status = () => document.getElementById("count").textContent;
const field = (name) => document.querySelector(`#filters [name="${name}"]`);
const click = (selector) => document.querySelector(selector).click();
const press = (selector, key) =>
  document.querySelector(selector).dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
const title = () => document.getElementById("viewer-name").textContent;

function choose(name, value) {
  field(name).value = value;
  field(name).dispatchEvent(new Event("input", { bubbles: true }));
}

async function open(hash = "") {
  window.location.hash = hash;
  document.body.innerHTML = new window.DOMParser().parseFromString(page(PICTURES, true), "text/html").body.innerHTML;
  vi.resetModules();
  await import("../../../../../tools/gallery/browse.mjs");
}

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
    this.dispatchEvent(new Event("close"));
  };
  window.Element.prototype.scrollTo = () => undefined;
});

describe("filters", () => {
  test("show what is like all of them, say how many, and stand in the address", async () => {
    await open();
    expect(status()).toBe("3 pictures");

    choose("size", "phone");
    expect(shown()).toEqual(["a/form-en-phone.png", "a/form-zh-phone-dark.png"]);

    choose("scheme", "-");
    expect(shown()).toEqual(["a/form-en-phone.png"]);
    expect(status()).toBe("1 of 3 pictures");
    expect(window.location.hash).toBe("#size=phone&scheme=-");

    click("#all");
    expect(shown()).toHaveLength(3);
  });

  test("are taken from the address, without those that no picture meets any more", async () => {
    await open("#folder=elsewhere&name=LIST");

    expect(shown()).toEqual(["b/list.png"]);
    expect(field("folder").value).toBe("");
  });
});

describe("the viewer", () => {
  const mode = () => document.getElementById("pair").dataset.mode;

  test("shows before and now in ways one chooses", async () => {
    await open();
    click("#pictures a");

    expect(title()).toBe("a/form-en-phone.png");
    expect(document.getElementById("viewer-about").textContent).toBe("1 of 3 · changed, 50.0 %");
    expect([...document.querySelectorAll("#pair img")].map((image) => image.getAttribute("src"))).toEqual([
      "before/a/form-en-phone.png",
      "now/a/form-en-phone.png",
    ]);
    expect(mode()).toBe("slider");

    click('[value="difference"]');
    expect(mode()).toBe("difference");
    expect(document.getElementById("slider").hidden).toBe(true);
  });

  test("goes on by keys among what is filtered, and ends where the last picture is", async () => {
    await open("#size=phone");
    click("#pictures a");

    press("#stage", "ArrowRight");
    expect(title()).toBe("a/form-zh-phone-dark.png");
    expect(mode()).toBe("alone");
    expect(document.querySelector("#pair .now figcaption").textContent).toBe("Before");

    press("#stage", "ArrowRight");
    press("#slider input", "ArrowLeft");
    expect(title()).toBe("a/form-zh-phone-dark.png");

    click("#close");
    expect(document.activeElement.getAttribute("href")).toBe("before/a/form-zh-phone-dark.png");
  });
});
