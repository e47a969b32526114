// @vitest-environment node
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { partsOf } from "../../../../../tools/gallery/names.mjs";
import { page } from "../../../../../tools/gallery/page.mjs";
import { compare } from "../../../../../tools/gallery/pictures.mjs";
import { plain, png } from "./pictures.mjs";

let directory;

beforeEach(() => (directory = mkdtempSync(join(tmpdir(), "gallery-"))));
afterEach(() => rmSync(directory, { recursive: true }));

/** Writes files into a directory of the test's own, and gives its path. */
function having(name, files) {
  const path = join(directory, name);
  mkdirSync(path);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), content);
  }
  return path;
}

function spotted(spots) {
  const rows = plain(10, 10);
  for (let spot = 0; spot < spots; spot++) {
    rows[spot][spot] = [0, 0, 0];
  }
  return png(rows);
}

test.each([
  ["reading/zh-hans-plain-PHONE-DARK.png", "reading", "plain", "zh-Hans", "phone", "dark"],
  ["attention/public-clause-en-desktop-dark.png", "attention", "public-clause", "en", "desktop", "dark"],
  ["account/acknowledgement/account-zh-CN-phone.png", "account/acknowledgement", "account", "zh-Hans", "phone", ""],
  ["holds/deletion-zh_TW-true.png", "holds", "deletion-true", "zh-Hant", "", ""],
  ["restriction/answered-phone-en.png", "restriction", "answered", "en", "phone", ""],
  ["sample-client.png", "", "sample-client", "", "", ""],
])("the name %s says what is pictured", (path, folder, name, language, size, scheme) => {
  expect(partsOf(path)).toEqual({ path, folder, page: name, language, size, scheme });
});

describe("pictures compared with those before", () => {
  test("are changed, new, gone or the same, and what changed most comes first", () => {
    const before = having("before", {
      "a/same-en.png": spotted(1),
      "a/little-en.png": spotted(0),
      "b/much-en.png": spotted(0),
      "b/gone-en.png": spotted(0),
      "b/packed-en.png": png(plain(3, 3)),
    });
    const now = having("now", {
      "a/same-en.png": spotted(1),
      "a/little-en.png": spotted(1),
      "b/much-en.png": spotted(5),
      "b/new-en.png": spotted(0),
      "b/packed-en.png": png(plain(3, 3), { filters: [1, 1, 1] }),
      "failed/page.html": "no picture",
    });

    expect(compare(now, before).map(({ path, state, share }) => [path, state, share])).toEqual([
      ["b/much-en.png", "changed", 0.05],
      ["a/little-en.png", "changed", 0.01],
      ["b/new-en.png", "new", 0],
      ["b/gone-en.png", "gone", 0],
      ["a/same-en.png", "same", 0],
      ["b/packed-en.png", "same", 0],
    ]);
  });

  test("are changed without a measure where one cannot be read", () => {
    const before = having("before", { "broken.png": "no picture" });
    const now = having("now", { "broken.png": spotted(0) });

    expect(compare(now, before)).toMatchObject([{ state: "changed", share: null }]);
  });

  test("have no state where there is nothing before", () => {
    expect(compare(having("now", { "a.png": spotted(0) }))).toMatchObject([{ path: "a.png", state: "" }]);
  });
});

describe("the page", () => {
  const picture = { ...partsOf(`a/50% "<b>"-en-phone.png`), state: "changed", share: 0.123 };

  test("says of each picture what became of it, and leads to both", () => {
    const html = page([picture], true);

    expect(html).toContain("changed, 12.3 %");
    expect(html).toContain('href="now/a/50%25%20%22%3Cb%3E%22-en-phone.png"');
    expect(html).toContain('data-before="before/a/50%25%20%22%3Cb%3E%22-en-phone.png"');
  });

  test("takes no name for markup, and asks nobody for anything", () => {
    const html = page([picture], true);

    expect(html).not.toContain("<b>");
    expect(html).not.toMatch(/https?:|@import|url\(/);
  });

  test("has filters for what there is", () => {
    const html = page([picture, { ...partsOf("top.png"), state: "same", share: 0 }], true);

    expect(html).toContain('<select name="language"><option value="">all</option><option value="-">none</option>');
    expect(html).toContain('<option value="same">same</option>');
    expect(page([picture], false)).not.toContain('name="state"');
  });
});

describe("the command", () => {
  const run = (...given) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["tools/gallery/main.mjs", ...given], {
      encoding: "utf8",
      timeout: 60_000,
    });
    return { status, said: stdout + stderr };
  };

  test("makes a directory that holds all it shows, and nothing of an earlier one", () => {
    const before = having("before", { "a/page.png": spotted(0), "a/gone.png": spotted(2) });
    const now = having("now", { "a/page.png": spotted(1), "new.png": spotted(0) });
    const gallery = having("gallery", { "now/old.png": spotted(0) });

    expect(run(now, gallery, before)).toEqual({ status: 0, said: "1 changed, 1 new, 1 gone, 0 the same\n" });

    const files = ["now/a/page.png", "now/new.png", "before/a/page.png", "before/a/gone.png", "now/old.png"];
    expect(files.map((file) => existsSync(join(gallery, file)))).toEqual([true, true, true, true, false]);
    expect(readFileSync(join(gallery, "index.html"), "utf8")).toContain('href="before/a/gone.png"');
  });

  test("leaves an earlier page alone where there is nothing to show", () => {
    const gallery = having("gallery", { "index.html": "earlier", "before/a.png": spotted(0) });

    for (const given of [
      [having("empty", {}), gallery],
      [having("now", { "a.png": spotted(0) }), gallery, join(gallery, "before")],
      [join(directory, "now"), gallery, join(directory, "missing")],
    ]) {
      expect(run(...given)).toMatchObject({ status: 1, said: expect.stringMatching(/^error: /) });
    }
    expect(readFileSync(join(gallery, "index.html"), "utf8")).toBe("earlier");
  });
});
