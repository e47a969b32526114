import { describe, expect, test } from "vitest";
import { addUp, byVersion, dayOf, percentages, ticks, total } from "../../../main/typescript/coverage/figures";

describe("the figures of coverage", () => {
  test("put the counts of a version into one row, the newest version first", () => {
    expect(
      byVersion([
        { version: 1, decision: "ACCEPTED", users: 7 },
        { version: 10, decision: "DECLINED", users: 2 },
        { version: 1, decision: "WITHDRAWN", users: 1 },
      ]),
    ).toEqual([
      { version: 10, counts: { ACCEPTED: 0, ACKNOWLEDGED: 0, DECLINED: 2, WITHDRAWN: 0 } },
      { version: 1, counts: { ACCEPTED: 7, ACKNOWLEDGED: 0, DECLINED: 0, WITHDRAWN: 1 } },
    ]);
  });

  test("add up the days in the order of the calendar", () => {
    const days = addUp([
      { day: "2026-11-22", accepted: 5, acknowledged: 0, declined: 1, withdrawn: 0 },
      { day: "2026-10-31", accepted: 2, acknowledged: 0, declined: 0, withdrawn: 1 },
    ]);

    expect(days.map(({ day, byDay }) => [day, byDay.ACCEPTED, byDay.DECLINED, byDay.WITHDRAWN])).toEqual([
      ["2026-10-31", 2, 0, 1],
      ["2026-11-22", 7, 1, 1],
    ]);
    expect(days[1]!.onDay).toEqual({ ACCEPTED: 5, ACKNOWLEDGED: 0, DECLINED: 1, WITHDRAWN: 0 });
    expect(total(days[1]!.byDay)).toBe(9);
  });

  test("count days across the end of a month and back", () => {
    const [first, second] = addUp([
      { day: "2026-10-31", accepted: 1, acknowledged: 0, declined: 0, withdrawn: 0 },
      { day: "2026-11-02", accepted: 1, acknowledged: 0, declined: 0, withdrawn: 0 },
    ]);

    expect(second!.number - first!.number).toBe(2);
    expect(dayOf(first!.number + 1)).toBe("2026-11-01");
  });

  test.each([
    [
      [744, 12, 3, 441],
      [62, 1, 1, 36],
    ],
    [
      [1, 1, 1],
      [34, 33, 33],
    ],
    [
      [1199, 0, 0, 1],
      [99, 0, 0, 1],
    ],
    [
      [1_000_000, 1, 1, 1, 1],
      [96, 1, 1, 1, 1],
    ],
    [
      [0, 0, 7],
      [0, 0, 100],
    ],
    [
      [0, 0],
      [0, 0],
    ],
  ])("tell %j as whole percentages that sum to 100", (parts, expected) => {
    expect(percentages(parts)).toEqual(expected);
  });

  test("sum to 100 whatever the parts, and leave out none that is there", () => {
    for (let seed = 1; seed < 2000; seed++) {
      const parts = [seed % 7, (seed * seed) % 101, (seed * 31) % 13, (seed * 17) % 1009, 1];
      const shares = percentages(parts);

      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100);
      expect(shares.map((share) => share > 0)).toEqual(parts.map((part) => part > 0));
    }
  });

  test.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [7, [0, 2, 4, 6, 8]],
    [759, [0, 200, 400, 600, 800]],
    [100_000, [0, 20_000, 40_000, 60_000, 80_000, 100_000]],
  ])("mark an axis up to %i with whole, round numbers", (highest, expected) => {
    expect(ticks(highest)).toEqual(expected);
  });

  test("never mark an axis with more than six numbers, nor end it below the highest value", () => {
    for (let highest = 1; highest < 5000; highest++) {
      const marks = ticks(highest);
      expect(marks.length).toBeLessThanOrEqual(6);
      expect(marks.at(-1)).toBeGreaterThanOrEqual(highest);
    }
  });
});
