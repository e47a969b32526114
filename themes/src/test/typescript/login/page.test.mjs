/* global document, navigator, window */
import { afterEach, expect, test, vi } from "vitest";

const PAGE = `
  <ul>
    <li hidden><button data-agreement-print>Print</button></li>
    <li hidden>
      <button data-agreement-copy="/realms/shop/agreements/terms/versions/1">Copy the link</button>
      <span role="status" data-agreement-copied="Copied" data-agreement-not-copied="Here it is:"></span>
    </li>
  </ul>`;

const button = (name) => document.querySelector(`[data-agreement-${name}]`);

async function open(clipboard) {
  Object.defineProperty(navigator, "clipboard", { value: clipboard, configurable: true });
  document.body.innerHTML = PAGE;
  vi.resetModules();
  await import("../../../../../providers/src/main/resources/theme-resources/resources/js/agreements.js");
}

afterEach(() => {
  document.body.innerHTML = "";
});

test("a text is printed by one click", async () => {
  window.print = vi.fn();
  await open(undefined);

  expect(button("print").parentElement.hidden).toBe(false);
  button("print").click();
  expect(window.print).toHaveBeenCalledOnce();
});

test("the link to a version is copied by one click, whole, and that is said", async () => {
  const writeText = vi.fn(() => Promise.resolve());
  await open({ writeText });

  button("copy").click();
  expect(writeText).toHaveBeenCalledWith(`${window.location.origin}/realms/shop/agreements/terms/versions/1`);
  await vi.waitFor(() => expect(document.querySelector("[role=status]").textContent).toBe("Copied"));
});

test("where the browser refuses to copy, that is said, and the address stands there to be copied by hand", async () => {
  const writeText = vi.fn(() => Promise.reject(new Error("NotAllowedError")));
  await open({ writeText });

  button("copy").click();
  await vi.waitFor(() => expect(document.querySelector("[role=status]").textContent).toBe("Here it is:"));
  const address = document.querySelector("input");
  expect(address.value).toBe(`${window.location.origin}/realms/shop/agreements/terms/versions/1`);
  expect(document.activeElement).toBe(address);
  expect(address.value.slice(address.selectionStart, address.selectionEnd)).toBe(address.value);

  button("copy").click();
  await vi.waitFor(() => expect(writeText).toHaveBeenCalledTimes(2));
  expect(document.querySelectorAll("input")).toHaveLength(1);
});

test("where nothing can be copied, nothing offers to", async () => {
  await open(undefined);

  expect(button("copy").parentElement.hidden).toBe(true);
});
