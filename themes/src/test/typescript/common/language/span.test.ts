import { expect, test } from "vitest";
import { span } from "../../../../main/typescript/common/language/span";

test.each([
  [1, "en", "1 second"],
  [120, "en", "120 seconds"],
  [121, "en", "3 minutes"],
  [3600, "en", "60 minutes"],
  [7201, "en", "3 hours"],
  [90, "zh-Hans", "90秒钟"],
  [3600, "zh-Hans", "60分钟"],
  [86_400, "zh-Hans", "24小时"],
])("%d seconds are in %s %s", (seconds, language, words) => {
  expect(span(seconds, language)).toBe(words);
});
