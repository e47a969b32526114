import { describe, expect, test } from "vitest";
import { across, scrollAlong } from "../../../../main/typescript/agreements/text/scrollAlong";

const ENDS = [
  { from: 0, to: 0 },
  { from: 100, to: 300 },
];

describe("the place in the preview", () => {
  test.each([
    [0, 0],
    [50, 150],
    [100, 300],
    [120, 300],
  ])("is in proportion: %d leads to %d", (from, to) => {
    expect(across(ENDS, from)).toBe(to);
  });

  test("is in proportion between what belongs together", () => {
    const pairs = [ENDS[0]!, { from: 20, to: 200 }, ENDS[1]!];

    expect(across(pairs, 10)).toBe(100);
    expect(across(pairs, 20)).toBe(200);
    expect(across(pairs, 60)).toBe(250);
  });

  test("never leads back, nor behind the end", () => {
    const pairs = [ENDS[0]!, { from: 40, to: 200 }, { from: 60, to: 100 }, { from: 80, to: 400 }, ENDS[1]!];

    expect(across(pairs, 70)).toBe(250);
  });

  test("stays at the beginning where nothing can be scrolled", () => {
    expect(across([ENDS[0]!, { from: 0, to: 300 }], 0)).toBe(0);
  });
});

test("the preview follows the field, by proportion where its headings are not the articles", () => {
  const field = sized(document.createElement("textarea"), 1100, 100);
  const page = sized(document.createElement("div"), 2100, 100);
  page.innerHTML = "<h3>One</h3>";
  field.value = "## One\n\nBe kind.";
  field.scrollTop = 500;

  scrollAlong(field, page, []);

  expect(page.scrollTop).toBe(1000);
});

function sized<E extends HTMLElement>(element: E, scrollHeight: number, clientHeight: number): E {
  Object.defineProperties(element, { scrollHeight: { value: scrollHeight }, clientHeight: { value: clientHeight } });
  return element;
}
