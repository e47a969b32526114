import { describe, expect, test } from "vitest";
import { languageName, messages, messagesFor } from "../../../../main/typescript/common";
import { spokenTo } from "../../../../main/typescript/common/language/messages";

const words = messages(
  { hello: "Hello", many: (n: number) => `${n} users` },
  { hello: "你好", many: (n) => `${n} 位用户` },
  { hello: "您好", many: (n) => `${n} 位使用者` },
);

describe("words", () => {
  test.each(["zh", "zh-CN", "zh_CN", "zh-Hans", "zh_Hans", "ZH-cn", "zh-SG", "zh-Hans-TW"])(
    "are in Simplified Chinese for %s",
    (locale) => {
      expect(messagesFor(words, locale).many(3)).toBe("3 位用户");
    },
  );

  test.each(["zh-TW", "zh_TW", "zh-HK", "zh-MO", "zh-Hant", "zh_Hant", "yue"])(
    "are in Traditional Chinese for %s",
    (locale) => {
      expect(messagesFor(words, locale).many(3)).toBe("3 位使用者");
    },
  );

  test.each(["en", "de", "ja", "ko", "ar", "", "zha"])("are English for %j", (locale) => {
    expect(messagesFor(words, locale).hello).toBe("Hello");
  });

  test.each([
    ["en-GB", "en-GB"],
    ["zh_TW", "zh-TW"],
    ["ja", "en"],
    ["ar", "en"],
  ])("are said to be in a language that they are in: for %s in %s", (reader, language) => {
    expect(spokenTo(reader)).toBe(language);
  });
});

test("a language has its name in the language of who reads it", () => {
  expect(languageName("zh-Hans", "en")).toContain("Chinese");
  expect(languageName("no language", "en")).toBe("no language");
});
