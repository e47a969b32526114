import { describe, expect, test } from "vitest";
import {
  dateTime,
  dateTimeToTheSecond,
  dayAt,
  fromLocalInput,
  percent,
  startOfDay,
  toLocalInput,
} from "../../../../main/typescript/common";
import { knownZone } from "../../../../main/typescript/common/language/zone";

/** 2026-11-22 16:30:15 UTC: the day after in Shanghai. */
const EVENING = Date.UTC(2026, 10, 22, 16, 30, 15);
const ZONES = ["UTC", "Asia/Shanghai", "America/New_York", "Asia/Kathmandu", "+08:00", "-03:30"];

describe("moments in words", () => {
  test("are told in the zone that is given, wherever the browser is", () => {
    expect(dateTime(EVENING, "zh-Hans", "Asia/Shanghai")).toMatch(/2026年11月23日\s00:30/);
    expect(dateTime(EVENING, "zh_CN", "+08:00")).toBe(dateTime(EVENING, "zh_CN", "Asia/Shanghai"));
    expect(dateTime(EVENING, "en", "America/New_York")).toMatch(/^Nov 22, 2026, 11:30\sAM$/);
    expect(dateTime(EVENING, "en", "-03:30")).toMatch(/^Nov 22, 2026, 1:00\sPM$/);
  });

  test("to the second are the same with seconds", () => {
    expect(dateTimeToTheSecond(EVENING, "en", "UTC")).toMatch(/^Nov 22, 2026, 4:30:15\sPM$/);
  });
});

describe("the zone", () => {
  test.each([
    ["Asia/Shanghai", "Asia/Shanghai"],
    ["+08:00", "+08:00"],
    ["-03:30:10", "-03:30:10"],
    ["UTC", "UTC"],
    ["Mars/Olympus", "UTC"],
  ])("%s is told as %s", (zone, known) => {
    expect(knownZone(zone)).toBe(known);
  });
});

describe("local times in inputs", () => {
  test.each(ZONES)("come back in %s as the moment they were made from", (zone) => {
    const moment = Date.UTC(2026, 10, 22, 9, 5);

    expect(fromLocalInput(toLocalInput(moment, zone), zone)).toBe(moment);
  });

  test("are what the clocks of the zone show", () => {
    expect(toLocalInput(EVENING, "Asia/Shanghai")).toBe("2026-11-23T00:30");
    expect(fromLocalInput("2026-11-23T00:30", "Asia/Shanghai")).toBe(Date.UTC(2026, 10, 22, 16, 30));
    expect(fromLocalInput("2026-07-01T12:00", "America/New_York")).toBe(Date.UTC(2026, 6, 1, 16));
    expect(fromLocalInput("2026-12-01T12:00", "America/New_York")).toBe(Date.UTC(2026, 11, 1, 17));
  });

  test("are the first of two when clocks are set back", () => {
    expect(fromLocalInput("2026-11-01T01:30", "America/New_York")).toBe(Date.UTC(2026, 10, 1, 5, 30));
  });

  test("that clocks leave out are as much later as they are set forward", () => {
    const moment = fromLocalInput("2026-03-08T02:30", "America/New_York")!;

    expect(toLocalInput(moment, "America/New_York")).toBe("2026-03-08T03:30");
  });

  test("that are typed digit by digit have a year of few digits on the way", () => {
    expect(fromLocalInput("0002-01-02T03:04", "UTC")).toBe(Date.parse("0002-01-02T03:04Z"));
    expect(fromLocalInput("0002-01-02T03:04", "Asia/Shanghai")).toBeLessThan(Date.UTC(1900, 0));
  });

  test.each(["", "yesterday", "2026-11-22", "T10:00"])("are nothing where they are '%s'", (value) => {
    expect(fromLocalInput(value, "UTC")).toBeUndefined();
  });
});

describe("days", () => {
  test("are those of the zone", () => {
    expect([dayAt(EVENING, "UTC"), dayAt(EVENING, "Asia/Shanghai")]).toEqual(["2026-11-22", "2026-11-23"]);
  });

  test("begin at midnight of the zone", () => {
    expect(startOfDay("2026-11-22", "Asia/Shanghai")).toBe(Date.UTC(2026, 10, 21, 16));
    expect(startOfDay("2026-12-31", "Asia/Shanghai", 1)).toBe(Date.UTC(2026, 11, 31, 16));
    expect(startOfDay("2026-03-08", "America/New_York", 1)).toBe(Date.UTC(2026, 2, 9, 4));
  });

  test("that have no midnight begin when their clocks do", () => {
    // Beirut sets its clocks forward at midnight.
    expect(toLocalInput(startOfDay("2022-03-27", "Asia/Beirut")!, "Asia/Beirut")).toBe("2022-03-27T01:00");
  });

  test.each(["", "2026-11", "22.11.2026"])("are none where it says '%s'", (day) => {
    expect(startOfDay(day, "UTC")).toBeUndefined();
    expect(startOfDay(day, "UTC", 1)).toBeUndefined();
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
