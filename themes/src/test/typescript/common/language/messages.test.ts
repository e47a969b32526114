import { describe, expect, test, vi } from "vitest";
import { commonWords, languageName, messagesFor, words } from "../../../../main/typescript/common";
import { dataWords } from "../../../../main/typescript/account/data/words";
import { speak, spokenTo } from "../../../../main/typescript/common/language/messages";
import { findingWords } from "../../../../main/typescript/ledger/verification/findingWords";
import { sentTo } from "../../support/speak.mjs";
import { agreementWords as reachWords } from "../../../../main/typescript/agreements/words";

const WAIT = "agreements.account.data.waitSeconds";

describe("words", () => {
  test.each(["zh", "zh-CN", "zh_CN", "zh-Hans", "zh_Hans", "ZH-cn", "zh-SG", "zh-Hans-TW"])(
    "are in Simplified Chinese for %s",
    (locale) => {
      expect(messagesFor(commonWords, locale).tryAgain).toBe("重试");
    },
  );

  test.each(["zh-TW", "zh_TW", "zh-HK", "zh-MO", "zh-Hant", "zh_Hant", "yue"])(
    "are in Traditional Chinese for %s",
    (locale) => {
      expect(messagesFor(commonWords, locale).tryAgain).toBe("重試");
    },
  );

  test.each(["en", "ko", "ar", "fr"])("are English for %j", (locale) => {
    expect(messagesFor(commonWords, locale).tryAgain).toBe("Try again");
  });

  test.each([
    ["en-GB", "en-GB"],
    ["zh_TW", "zh-TW"],
    ["ko", "en"],
    ["ar", "en"],
  ])("are said to be in a language that they are in: for %s in %s", (reader, language) => {
    expect(spokenTo(reader)).toBe(language);
  });

  test("are not guessed before they are there", () => {
    expect(() => messagesFor(commonWords, "sv")).toThrow("There are no words yet for readers of sv");
  });

  test("that are in no file do not compile", () => {
    const common = messagesFor(commonWords, "en");

    // @ts-expect-error There is no such word.
    expect(common.tryAgainAndAgain).toBeUndefined();
    // @ts-expect-error There is no such area.
    expect(words("nowhere", {})).toBeDefined();
    // @ts-expect-error Some words of this area take values.
    expect(words("plain", {})).toBeDefined();
    // @ts-expect-error The value has another name.
    expect(words("plain", { realm: (title: string) => ({ title }) })).toBeDefined();
  });
});

describe("what words are put together from", () => {
  test("stands in them as it is", () => {
    expect(messagesFor(commonWords, "en").dismiss("<b> & “$t(agreements.common.save)” {{title}}")).toBe(
      "Close: <b> & “$t(agreements.common.save)” {{title}}",
    );
  });

  test.each([
    [0, "There were no other sessions."],
    [1, "1 other session has ended."],
    [2, "2 other sessions have ended."],
  ])("chooses the form for %i", (count, said) => {
    expect(messagesFor(dataWords, "en").sessionsEnded(count)).toBe(said);
  });

  test("chooses the form for what it is about and for how many there are", () => {
    const reach = messagesFor(reachWords, "en").reach;

    expect(reach("1", 1, "OPTIONAL")).toBe("1 user will be asked.");
    expect(reach("1,200", 1200, "OPTIONAL")).toBe("1,200 users will be asked.");
    expect(messagesFor(reachWords, "zh-Hans").reach("3", 3, "REQUIRED")).toBe("3 位用户需要同意。");
  });

  test("may be left out where it is not known", () => {
    expect(messagesFor(findingWords, "en").STANDS_ELSEWHERE({})).toBe("Stands at index {{index}} in the log.");
  });
});

describe("a language with some of the words", () => {
  const english = {
    [`${WAIT}_one`]: "Try again in {{count}} second.",
    [`${WAIT}_other`]: "Try again in {{count}} seconds.",
    "agreements.account.data.export": "Download",
  };

  test("has English ones for the others, in the forms of English", () => {
    speak("sw", { language: "sw", words: { "agreements.account.data.export": "Pakua" }, english });
    const { waitSeconds, ...rest } = messagesFor(dataWords, "sw");

    expect([1, 2].map(waitSeconds)).toEqual(["Try again in 1 second.", "Try again in 2 seconds."]);
    expect(rest).toEqual({ export: "Pakua" });
  });

  test("has as many forms as it needs", () => {
    const forms = { one: "секунду", few: "секунды", many: "секунд", other: "секунды" };
    const russian = Object.entries(forms).map(([form, word]) => [`${WAIT}_${form}`, `{{count}} ${word}`]);
    speak("ru", { language: "ru", words: Object.fromEntries(russian) as Record<string, string>, english });

    expect([1, 3, 5, 21].map(messagesFor(dataWords, "ru").waitSeconds)).toEqual([
      "1 секунду",
      "3 секунды",
      "5 секунд",
      "21 секунду",
    ]);
  });

  test("has its general form where it lacks one that it needs", () => {
    const some = { [`${WAIT}_one`]: "{{count}} секунду", [`${WAIT}_other`]: "{{count}} сек." };
    speak("uk", { language: "uk", words: some, english: { "agreements.account.data.export": "Download" } });

    expect([1, 3, 5].map(messagesFor(dataWords, "uk").waitSeconds)).toEqual(["1 секунду", "3 сек.", "5 сек."]);
  });

  test("has none of its words among those of whoever reads English", () => {
    const few = { "agreements.account.data.export": "Sækja" };
    speak("en", { language: "en", words: english, english: {} });
    speak("is", { language: "en", words: { ...english, ...few }, english: {} });

    expect(messagesFor(dataWords, "is").export).toBe("Sækja");
    expect(messagesFor(dataWords, spokenTo("en")).export).toBe("Download");
    speak("en", sentTo("en"));
  });

  test("stands as it was written where its braces do not close", () => {
    speak("sw", { language: "sw", words: { [`${WAIT}_other`]: "Subiri {{count" }, english });

    expect(messagesFor(dataWords, "sw").waitSeconds(7)).toBe("Subiri {{count");
  });

  test("says nothing to the console of the browser", () => {
    const said = (["log", "info", "warn", "error"] as const).map((way) => vi.spyOn(console, way));
    speak("sw", { language: "sw", words: {}, english });

    expect(messagesFor(dataWords, "sw").waitSeconds(1)).toBe("Try again in 1 second.");
    said.forEach((way) => expect(way).not.toHaveBeenCalled());
  });
});

test("a language has its name in the language of who reads it", () => {
  expect(languageName("zh-Hans", "en")).toContain("Chinese");
  expect(languageName("no language", "en")).toBe("no language");
});
