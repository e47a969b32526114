import { describe, expect, test } from "vitest";
import { addressOf, placeOf } from "../../../main/typescript/common/places";

describe("a place", () => {
  test.each([
    [{}, "/a%20shop/agreements", ""],
    [
      { agreement: "terms", tab: "text", version: 2, text: "zh-Hans" } as const,
      "/a%20shop/agreements/terms/text",
      "?version=2&text=zh-Hans",
    ],
    [
      { agreement: "terms", tab: "changes", version: 3, from: 1 } as const,
      "/a%20shop/agreements/terms/changes",
      "?version=3&from=1",
    ],
    [{ step: "name" } as const, "/a%20shop/agreements", "?step=name"],
    [{ agreement: "terms", step: "text", text: "en" } as const, "/a%20shop/agreements/terms", "?text=en&step=text"],
  ])("%j has an address and is found by it", (place, pathname, search) => {
    expect(addressOf("a shop", place)).toEqual({ pathname, search });
    expect(placeOf(pathname, search)).toEqual(place);
  });

  test("leaves out what an address says wrongly", () => {
    expect(placeOf("/shop/agreements/terms/nonsense", "?version=-1&from=x&text=&step=jump")).toEqual({
      agreement: "terms",
    });
  });
});
