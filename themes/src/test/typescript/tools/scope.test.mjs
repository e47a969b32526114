// @vitest-environment node
import { describe, expect, test } from "vitest";
import { scope, withoutFonts } from "../../../../tools/scope.mjs";

const WITHIN = ":where(.views,.views *)";

describe("a style sheet for a class", () => {
  test.each([
    [".a{x:y}", `.a${WITHIN}{x:y}`],
    [".a .b>.c{x:y}", `.a .b>.c${WITHIN}{x:y}`],
    [".dark .a:hover{x:y}", `.dark .a:hover${WITHIN}{x:y}`],
    [".a::before{x:y}", `.a${WITHIN}::before{x:y}`],
    [".a:after{x:y}", `.a${WITHIN}:after{x:y}`],
    ["@media print{.a{x:y}}", `@media print{.a${WITHIN}{x:y}}`],
  ])("%s becomes %s", (css, scoped) => {
    expect(scope(css, "views")).toBe(scoped);
  });

  test("has every selector of a list restricted, but not those inside one", () => {
    expect(scope(":is(.a,.b) .c,.d{x:y}", "views")).toBe(`:is(.a,.b) .c${WITHIN},.d${WITHIN}{x:y}`);
  });

  test("keeps its keyframes", () => {
    const css = "@keyframes turn{from{x:y}to{x:z}}";

    expect(scope(css, "views")).toBe(css);
  });
});

test("fonts are left out", () => {
  expect(withoutFonts('@font-face{font-family:"A"}.a{x:y}')).toBe(".a{x:y}");
});
