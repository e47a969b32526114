import { describe, expect, test } from "vitest";
import { momentWithZone, startOfDay, startOfNextDay } from "../../../main/typescript/ledger/time";
import { NOW } from "../support/samples";

describe("times of the ledger", () => {
  test("name their zone", () => {
    const zone = new Intl.DateTimeFormat("en", { timeZoneName: "short" })
      .formatToParts(NOW)
      .find(({ type }) => type === "timeZoneName")!.value;

    expect(momentWithZone(NOW, "en")).toContain(zone);
    expect(momentWithZone(NOW, "zh_CN")).toContain("2026年11月22日");
  });

  test("let a day and the next begin at midnight where the browser is", () => {
    const start = new Date(startOfDay("2026-11-22")!);
    const next = new Date(startOfNextDay("2026-11-22")!);

    expect([start.getDate(), start.getHours(), start.getMilliseconds()]).toEqual([22, 0, 0]);
    expect([next.getDate(), next.getHours(), next.getMilliseconds()]).toEqual([23, 0, 0]);
  });

  test("know the end of a year", () => {
    expect(new Date(startOfNextDay("2026-12-31")!).getFullYear()).toBe(2027);
  });

  test.each(["", "2026-11", "22.11.2026"])("find no day in '%s'", (day) => {
    expect(startOfDay(day)).toBeUndefined();
    expect(startOfNextDay(day)).toBeUndefined();
  });
});
