/* global document, Event, Response */
import { webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeEach, expect, test, vi } from "vitest";

const RECEIPTS = "../proof/src/test/resources/receipts";
const RECEIPT = "good.zip";
const PAGE = `
  <div data-agreement-verify data-keys="/log/keys" hidden>
    <input type="file">
    <div data-verdict></div>
    <span data-word="TYPE_GRANT">consent to an application</span>
  </div>`;

const verdict = () => document.querySelector("[data-verdict]");

/** What is said of a file, line by line. */
async function said(name) {
  const content = readFileSync(`${RECEIPTS}/${name}`);
  const input = document.querySelector("input");
  Object.defineProperty(input, "files", {
    configurable: true,
    value: [{ name, arrayBuffer: () => Promise.resolve(new Uint8Array(content).buffer) }],
  });
  delete verdict().dataset.file;
  input.dispatchEvent(new Event("change"));
  await vi.waitFor(() => expect(verdict().dataset.file).toBe(name));
  return [...verdict().querySelectorAll("p")].map(({ textContent }) => textContent);
}

const answering = (respond) => vi.stubGlobal("fetch", vi.fn(respond));

beforeEach(async () => {
  vi.stubGlobal("crypto", webcrypto);
  document.body.innerHTML = PAGE;
  vi.resetModules();
  await import("../../../main/typescript/verify/main.ts");
});

test.each([
  ["no answer comes", () => Promise.reject(new TypeError("Failed to fetch"))],
  ["the server fails", () => Promise.resolve(new Response("", { status: 502 }))],
  ["something else comes", () => Promise.resolve(new Response("<html>"))],
])("that the keys could not be fetched is said, and what to do, where %s", async (_name, respond) => {
  answering(respond);

  expect(await said(RECEIPT)).toEqual(["NO_KEYS", "NO_KEYS_HINT"]);
});

test("a log without keys yet has none that are known", async () => {
  answering(() => Promise.resolve(new Response("", { status: 404 })));

  expect((await said(RECEIPT))[0]).toBe("GOOD");
});

test("what is no receipt is said to be none, whether keys come or not", async () => {
  answering(() => Promise.reject(new TypeError("Failed to fetch")));

  expect((await said("cut.zip"))[0]).toBe("NO_RECEIPT");
});
