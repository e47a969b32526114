import { describe, expect, test } from "vitest";
import { areDaysSwapped, EMPTY, fieldsIn, filterOf, queryOf } from "../../../main/typescript/ledger/search/fields";

const ZONE = "Asia/Shanghai";

describe("what is wanted of the ledger", () => {
  test("comes out of an address as it went in", () => {
    const wanted = {
      user: "*李 雷&?",
      type: "GRANT",
      decision: "DECLINED",
      method: "BROKER",
      client: "shop#1",
      agreement: "terms",
      from: "2026-11-01",
      to: "2026-11-30",
    };

    expect(fieldsIn(queryOf(wanted))).toEqual(wanted);
    expect(queryOf(EMPTY)).toBe("");
    expect(fieldsIn("")).toEqual(EMPTY);
  });

  test("is not what an address cannot mean", () => {
    expect(fieldsIn("?type=GOSSIP&decision=accepted&method=PIGEON&from=yesterday&to=2026-1-1&other=1")).toEqual(EMPTY);
  });

  test("begins and ends with days of the realm", () => {
    const days = { ...EMPTY, from: "2026-11-22", to: "2026-11-22" };

    expect(filterOf(days, ZONE, false)).toEqual({
      from: Date.UTC(2026, 10, 21, 16),
      to: Date.UTC(2026, 10, 22, 16),
    });
    expect(areDaysSwapped(days)).toBe(false);
    expect(areDaysSwapped({ ...days, to: "2026-11-21" })).toBe(true);
  });

  test("is a part of a name only for who may look users up", () => {
    expect(filterOf({ ...EMPTY, user: "nad" }, ZONE, true)).toEqual({ search: "nad" });
    expect(filterOf({ ...EMPTY, user: "nad" }, ZONE, false)).toEqual({ user: "nad" });
  });
});
