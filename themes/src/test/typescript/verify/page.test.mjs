/* global document, Event, Response */
import { webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { readStoredZip } from "../../../main/typescript/verify/storedZip";

const RECEIPTS = "../proof/src/test/resources/receipts";
const RECEIPT = "good.zip";
/** That of the receipt, which is stored in it as it is. */
const KEY = /keys(log\.example\S+)\n/.exec(readFileSync(`${RECEIPTS}/${RECEIPT}`, "latin1"))[1];
/** Of another log: the example of C2SP signed-note. */
const OTHER_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const PROVIDERS = "../providers/src/main/resources";
/** What the page around says, by name. */
const words = (locale) =>
  readFileSync(`${PROVIDERS}/agreements-messages/${locale}.properties`, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("agreementsVerify."))
    .map((line) => /^agreementsVerify\.(\w+)=(.*)$/.exec(line).slice(1));
const PAGE = `
  <div data-agreement-verify data-keys="/log/keys" hidden>
    <input type="file">
    <div data-verdict></div>
    <span data-word="TYPE_GRANT">consent to an application</span>
  </div>`;

const verdict = () => document.querySelector("[data-verdict]");

/** What is said of a file, line by line. */
async function said(name, content = readFileSync(`${RECEIPTS}/${name}`)) {
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

test("the template has every word of the page", () => {
  const template = readFileSync(`${PROVIDERS}/theme-resources/templates/agreements-verify.ftl`, "utf8");
  const lists = [...template.matchAll(/<#assign \w+=(\[.*\])>/g)].flatMap(([, list]) => JSON.parse(list));

  expect(lists.sort()).toEqual(
    words("en")
      .map(([name]) => name)
      .sort(),
  );
});

describe("in Chinese", () => {
  beforeEach(() => {
    answering(() => Promise.resolve(new Response("", { status: 404 })));
    for (const [name, word] of words("zh-Hans")) {
      const shown = document.createElement("span");
      shown.dataset.word = name;
      shown.textContent = word;
      document.querySelector("[data-agreement-verify]").append(shown);
    }
  });

  test("it is said of which agreement, version and place the numbers are", async () => {
    const pack = new Uint8Array(readFileSync(`${RECEIPTS}/../versions/good.zip`));
    const { content } = readStoredZip(pack, 1 << 26).find(({ name }) => /^wordings\/.*\.zip$/.test(name));
    const [, what, place] = await said("shown.zip", content);

    expect(what).toMatch(/^Terms of use（terms-of-use） · 第 2 版 · 文本语言：en · 已同意 · /);
    expect(place).toMatch(/^所在日志：log\.example\/realms\/shop\/agreements\/log；位置 \d（从 0 起计），共 \d 条$/);
  });

  test("labels are set off as in Chinese", async () => {
    await said("text-changed.zip");

    const lines = [...verdict().querySelectorAll("li > span:last-child")].map(({ textContent }) => textContent);
    expect(lines).toContain("错误：text.md：与原来不同");
    expect(lines.filter((one) => /: | \(/.test(one))).toEqual([]);
  });

  test.each([
    ["cut.zip", "文件并非服务器写出的原样。"],
    ["damaged.zip", "其中有文件被改动或已损坏：receipt.html"],
    ["no-record.zip", "缺少文件：record.json"],
    ["with-another-file.zip", "其中有不应有的文件：readme.txt"],
  ])("what is wrong with the ZIP %s is said, too", async (name, reason) => {
    expect((await said(name))[1]).toMatch(new RegExp(`检查结果： ${reason}$`));
    expect(verdict().querySelector("[lang=en]")).toBeNull();
  });
});
