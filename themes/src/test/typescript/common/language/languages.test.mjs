import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  directionOf,
  isolated,
  nearest,
  nearestLocale,
  scriptOf,
} from "../../../../main/typescript/common/language/languages";

/** The tables the server is tested with. */
function rows(table, separator) {
  return readFileSync(`../providers/src/test/resources/languages/${table}`, "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"))
    .map((line) => line.split(separator).map((cell) => cell.trim()));
}

test.each(rows("directions.csv", ","))("%s is written in %s, %s", (tag, script, direction) => {
  expect(scriptOf(tag)).toBe(script);
  expect(directionOf(tag)).toBe(direction);
});

test.each(rows("texts.csv", ";"))("%s reads of %s, where %s binds, %s", (reader, available, binding, best) => {
  expect(nearestLocale(available.split(" "), reader, binding)).toBe(best);
});

describe("what is there for the nearest language", () => {
  const titles = { "zh-Hans": "条款", en: "Terms" };

  test("is found however Keycloak writes a language", () => {
    expect(nearest(titles, "zh_Hans")).toBe("条款");
    expect(nearest(titles, "zh_CN")).toBe("条款");
  });

  test("is English where none is near, and the first one without that", () => {
    expect(nearest(titles, "ja")).toBe("Terms");
    expect(nearest({ ko: "약관" }, "fr")).toBe("약관");
    expect(nearest({}, "fr")).toBeUndefined();
  });

  test("is found for what is no language too", () => {
    expect(nearest(titles, "")).toBe("Terms");
    expect(directionOf("no language")).toBe("ltr");
  });
});

describe("words within a sentence", () => {
  test("stand between marks where they run from right to left", () => {
    expect(isolated("السعر 100$!", "ar")).toBe("\u2067السعر 100$!\u2069");
    expect(isolated("1.0", "he")).toBe("\u20671.0\u2069");
    expect(isolated("شروط of POP800", "en")).toBe("\u2066شروط of POP800\u2069");
  });

  test("run as they begin where nobody knows their language", () => {
    expect(isolated("نسخة 2")).toBe("\u2068نسخة 2\u2069");
  });

  test("stand as they are otherwise", () => {
    expect(isolated("Terms", "en")).toBe("Terms");
    expect(isolated("条款")).toBe("条款");
  });
});
