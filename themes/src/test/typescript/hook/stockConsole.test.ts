import { beforeEach, describe, expect, test, vi } from "vitest";

type Module = typeof import("../../../main/typescript/hook/stockConsole");

let stockConsole: Module["stockConsole"];

beforeEach(async () => {
  vi.resetModules();
  ({ stockConsole } = await import("../../../main/typescript/hook/stockConsole"));
});

const environment = { adminBaseUrl: "https://id.example" };

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

  test("that cannot be renewed leads to signing in again", async () => {
    const keycloak = { updateToken: () => Promise.reject(new Error("over")), login: vi.fn() };
    stockConsole.learnFrom({ keycloak, environment });

    await stockConsole.getAccessToken();

    expect(keycloak.login).toHaveBeenCalledTimes(1);
  });
});
