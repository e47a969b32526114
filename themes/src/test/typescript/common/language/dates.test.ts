import { describe, expect, test } from "vitest";
import { fromLocalInput, percent, toLocalInput } from "../../../../main/typescript/common";

describe("local times in inputs", () => {
  test("come back as the moment they were made from", () => {
    const moment = new Date(2026, 10, 22, 9, 5).getTime();

    expect(toLocalInput(moment)).toBe("2026-11-22T09:05");
    expect(fromLocalInput(toLocalInput(moment))).toBe(moment);
  });

  test("are nothing when empty", () => {
    expect(fromLocalInput("")).toBeUndefined();
    expect(fromLocalInput("yesterday")).toBeUndefined();
  });
});

describe("percentages", () => {
  test.each([
    [0, 10, "0%"],
    [10, 10, "100%"],
    [1, 100_000, "1%"],
    [99_999, 100_000, "99%"],
    [1, 3, "33%"],
    [0, 0, "0%"],
  ])("%d of %d is %s", (part, whole, words) => {
    expect(percent(part, whole, "en")).toBe(words);
  });
});
