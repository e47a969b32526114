/* global document, Event, Response */
import { webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeEach, expect, test, vi } from "vitest";

const RECEIPTS = "../proof/src/test/resources/receipts";
const RECEIPT = "good.zip";
/** That of the receipt, which is stored in it as it is. */
const KEY = /keys(log\.example\S+)\n/.exec(readFileSync(`${RECEIPTS}/${RECEIPT}`, "latin1"))[1];
/** Of another log: the example of C2SP signed-note. */
const OTHER_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
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

test.each([
  ["has no keys yet", () => Promise.resolve(new Response("", { status: 404 }))],
  ["has other keys", () => Promise.resolve(new Response(`${OTHER_KEY}\n`))],
])("what is signed by its own key alone is not called good where the log %s", async (_name, respond) => {
  answering(respond);

  expect((await said(RECEIPT))[0]).toBe("OF_ANOTHER_LOG");
  expect(verdict().querySelector(".agr-verdict-good")).toBeNull();
});

test("what is signed by a key of this log is good", async () => {
  answering(() => Promise.resolve(new Response(KEY)));

  expect((await said(RECEIPT))[0]).toBe("GOOD");
});

test("what is no receipt is said to be none, whether keys come or not", async () => {
  answering(() => Promise.reject(new TypeError("Failed to fetch")));

  expect((await said("cut.zip"))[0]).toBe("NO_RECEIPT");
});
