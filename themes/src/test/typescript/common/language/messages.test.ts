import { describe, expect, test } from "vitest";
import { languageName, messages, messagesFor, nearest } from "../../../../main/typescript/common";

const words = messages(
  { hello: "Hello", many: (n: number) => `${n} users` },
  { hello: "你好", many: (n) => `${n} 位用户` },
);

describe("words", () => {
  test.each(["zh", "zh-CN", "zh_CN", "zh-Hans", "zh_Hans", "ZH-cn"])("are Chinese for %s", (locale) => {
    expect(messagesFor(words, locale).many(3)).toBe("3 位用户");
  });

  test.each(["en", "de", "", "zha"])("are English for %j", (locale) => {
    expect(messagesFor(words, locale).hello).toBe("Hello");
  });
});

describe("the nearest language", () => {
  const titles = { en: "Terms", "zh-Hans": "条款" };

  test("is the same one, however it is written", () => {
    expect(nearest(titles, "zh_Hans")).toBe("条款");
  });

  test("is one with the same beginning otherwise", () => {
    expect(nearest(titles, "zh-CN")).toBe("条款");
  });

  test("is the first one when none is near", () => {
    expect(nearest(titles, "fr")).toBe("Terms");
    expect(nearest({}, "fr")).toBeUndefined();
  });
});

test("a language has its name in the language of who reads it", () => {
  expect(languageName("zh-Hans", "en")).toContain("Chinese");
  expect(languageName("no language", "en")).toBe("no language");
});
