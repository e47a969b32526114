import { describe, expect, test } from "vitest";
import { keyFor } from "../../../../main/typescript/agreements/guide/step/key";

describe("the key made of a title", () => {
  test.each([
    ["Terms of Service", "terms-of-service"],
    ["  Café & Bar: règles!  ", "cafe-bar-regles"],
    ["What's new?", "whats-new"],
    ["2026 terms", "agreement-2026-terms"],
    ["服务条款", "terms"],
    ["服務條款", "terms"],
    ["隐私政策", "privacy"],
    ["隱私權政策", "privacy"],
    ["POP800用户注册协议", "pop800-terms"],
    ["社区守则", "rules"],
    ["Cookie 政策", "cookies"],
    ["شروط الاستخدام", "agreement"],
    ["Условия", "agreement"],
    ["", ""],
    ["!?", ""],
  ])("%s is %s", (title, key) => {
    expect(keyFor(title, [])).toBe(key);
  });

  test("gets a number where another agreement has it", () => {
    expect(keyFor("协议", ["terms", "terms-2"])).toBe("terms-3");
    expect(keyFor("Условия", ["agreement"])).toBe("agreement-2");
  });

  test("is no longer than there is room for, with its number", () => {
    const key = keyFor("a".repeat(90), []);

    expect(key).toHaveLength(64);
    expect(keyFor("a".repeat(90), [key])).toBe(`${"a".repeat(62)}-2`);
    expect(keyFor(`${"a".repeat(63)} b`, [])).toBe("a".repeat(63));
  });
});
