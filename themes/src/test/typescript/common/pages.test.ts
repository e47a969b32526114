import { describe, expect, test } from "vitest";
import { asked, BEGINNING, turned } from "../../../main/typescript/common";

describe("the pages of a long list", () => {
  test("begin at its beginning, with one row more than is shown", () => {
    expect(asked(BEGINNING, 20)).toEqual({ after: undefined, max: 21 });
  });

  test("go on behind the last row of the page before", () => {
    const second = turned(BEGINNING, 20, "row-19");
    const third = turned(second, 40, "row-39");

    expect(asked(second, 20)).toEqual({ after: "row-19", max: 21 });
    expect(asked(third, 20)).toEqual({ after: "row-39", max: 21 });
    expect(third.first).toBe(40);
  });

  test("are found again on the way back", () => {
    const second = turned(BEGINNING, 20, "row-19");

    expect(turned(turned(second, 40, "row-39"), 20, "row-59")).toEqual(second);
    expect(turned(second, 0, undefined)).toEqual(BEGINNING);
  });
});
