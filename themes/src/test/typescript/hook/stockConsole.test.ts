import { beforeEach, describe, expect, test, vi } from "vitest";
import { FakeServer } from "../support/fakeServer";

type Module = typeof import("../../../main/typescript/hook/stockConsole");

let stockConsole: Module["stockConsole"];

beforeEach(async () => {
  vi.resetModules();
  ({ stockConsole } = await import("../../../main/typescript/hook/stockConsole"));
});

const environment = { adminBaseUrl: "https://id.example" };

const navigation = new EventTarget();

/** Why no token could be had. */
const refusal = () => stockConsole.getAccessToken().catch((cause: unknown) => cause);

/** Keycloak's client once the session is over: what leaves the page never comes back. */
const whoHasToSignInAgain = () => ({
  updateToken: () => Promise.reject(new Error("over")),
  login: vi.fn(() => new Promise<void>(() => undefined)),
});

describe("what is learnt from the stock console", () => {
  test("is the language of whoever has signed in", () => {
    stockConsole.learnFrom({ whoAmI: { locale: "zh-CN" } });

    expect(stockConsole.locale).toBe("zh-CN");
  });

  test.each([
    { keycloak: {}, environment },
    { keycloak: { updateToken: vi.fn(), login: vi.fn() }, environment: {} },
    { keycloak: null, environment: null },
    { whoAmI: "me" },
  ])("is nothing from %j", (value) => {
    stockConsole.learnFrom(value);

    expect(stockConsole.isKnown).toBe(false);
    expect(stockConsole.locale).toBe("en");
  });
});

describe("a token", () => {
  test("is renewed before it is used", async () => {
    const keycloak = {
      token: "old",
      login: vi.fn(),
      updateToken: vi.fn(() => {
        keycloak.token = "new";
        return Promise.resolve(true);
      }),
    };
    stockConsole.learnFrom({ keycloak, environment });

    await expect(stockConsole.getAccessToken()).resolves.toBe("new");
    expect(keycloak.login).not.toHaveBeenCalled();
  });

  test("that cannot be renewed leads to signing in again, once for all who ask for it", async () => {
    const keycloak = whoHasToSignInAgain();
    stockConsole.learnFrom({ keycloak, environment });

    void refusal();
    void refusal();

    await vi.waitFor(() => expect(keycloak.login).toHaveBeenCalledTimes(1));
  });

  test.each([
    ["stops the browser on its way", () => navigation.dispatchEvent(new Event("navigateerror"))],
    ["comes back to the page", () => window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }))],
  ])("is refused to whoever %s, and asked for again the next time", async (_, stay) => {
    vi.stubGlobal("navigation", navigation);
    new FakeServer().on("GET console/words/admin/zh-CN", {
      language: "zh-CN",
      words: { "agreements.hook.notSignedIn": "您的登录已失效。" },
      english: {},
    });
    const keycloak = whoHasToSignInAgain();
    stockConsole.learnFrom({ keycloak, environment, whoAmI: { locale: "zh-CN" } });
    const refused = refusal();
    await vi.waitFor(() => expect(keycloak.login).toHaveBeenCalledTimes(1));

    stay();

    await expect(refused).resolves.toMatchObject({
      status: 401,
      message: expect.stringContaining("您的登录已失效") as string,
    });
    void refusal();
    await vi.waitFor(() => expect(keycloak.login).toHaveBeenCalledTimes(2));
  });
});
