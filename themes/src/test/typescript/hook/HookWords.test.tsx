import { render, screen } from "@testing-library/react";
import { type ReactNode } from "react";
import { describe, expect, test, vi } from "vitest";
import { HookWords } from "../../../main/typescript/hook/HookWords";
import { withUserTab } from "../../../main/typescript/hook/userTab";
import { stockConsole } from "../../../main/typescript/hook/stockConsole";
import { isElement } from "../../../main/typescript/hook/elements";
import { FakeServer, refused } from "../support/fakeServer";

const AT = "GET console/words/admin/zh-TW";
const sent = { language: "zh-TW", words: { "agreements.hook.agreements": "協議" }, english: {} };

const wordsOf = (realm: string) => new HookWords(() => ({ console: "admin", baseUrl: "https://id.example", realm }));

describe("the words of the views", () => {
  test("are asked for once in a language", async () => {
    const server = new FakeServer().on(AT, sent);
    const words = wordsOf("a realm");

    await Promise.all([words.in("zh_TW"), words.in("zh_TW")]);
    await words.in("zh_TW");

    expect(server.requests(AT)).toHaveLength(1);
    expect(words.said("agreements", "zh_TW")).toBe("協議");
  });

  test("are empty as long as they are not there, and English where a language lacks them", async () => {
    new FakeServer().on(AT, { ...sent, english: { "agreements.hook.notSignedIn": "Sign in again." } });
    const words = wordsOf("shop");

    expect(words.said("notSignedIn", "zh-TW")).toBe("");
    await words.in("zh-TW");
    expect(words.said("notSignedIn", "zh-TW")).toBe("Sign in again.");
  });

  test("are asked for again when they did not come", async () => {
    const server = new FakeServer().on(AT, refused(503, "Out of order"));
    const words = wordsOf("shop");

    await expect(words.in("zh-TW")).rejects.toThrow("The server gives no words for the views (503)");
    server.on(AT, sent);
    await expect(words.in("zh-TW")).resolves.toEqual(sent);
  });
});

test("the tab of a user is named once the words are there", async () => {
  const fetched = vi.spyOn(stockConsole.words, "in").mockImplementation(() => {
    vi.spyOn(stockConsole.words, "said").mockReturnValue("Agreements");
    return Promise.resolve(sent);
  });
  const details = {
    type: "div",
    props: { "data-testid": "user-details-tab", eventKey: "/shop/users/u-1/settings", href: "#" },
  };

  const tab = withUserTab([details])!.at(-1);
  render(isElement(tab) ? (tab.props["title"] as ReactNode) : null);

  expect(await screen.findByText("Agreements")).toBeTruthy();
  expect(fetched).toHaveBeenCalledWith("en");
});

test("the tab of a user has a name even if the words do not come", async () => {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  vi.spyOn(stockConsole.words, "in").mockRejectedValue(new Error("down"));
  vi.spyOn(stockConsole.words, "said").mockReturnValue("");
  const details = {
    type: "div",
    props: { "data-testid": "user-details-tab", eventKey: "/shop/users/u-2/settings", href: "#" },
  };

  const tab = withUserTab([details])!.at(-1);
  render(isElement(tab) ? (tab.props["title"] as ReactNode) : null);

  expect(await screen.findByText("Agreements")).toBeTruthy();
});
