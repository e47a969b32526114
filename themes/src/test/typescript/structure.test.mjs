// @vitest-environment node
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { posix } from "node:path";
import { expect, test } from "vitest";

const ROOT = "src/main/typescript";
const MOST_IN_A_ROOM = 20;

const files = readdirSync(ROOT, { recursive: true })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => /\.tsx?$/.test(name));
const imports = new Map(files.map((file) => [file, importsOf(file)]));

/** The files a file names in its imports, those of types too. */
function importsOf(file) {
  const named = readFileSync(`${ROOT}/${file}`, "utf8").matchAll(/(?:\bfrom |\bimport[ (])"(\.[^"]*)"/g);
  return [...named]
    .map(([, name]) => posix.join(posix.dirname(file), name))
    .filter((path) => !path.endsWith(".css"))
    .map((path) => {
      const found = [".ts", ".tsx", "/index.ts"].map((end) => path + end).find(isFile);
      expect(found, `${file} imports ${path}`).toBeDefined();
      return found;
    });
}

function isFile(path) {
  return existsSync(`${ROOT}/${path}`) && statSync(`${ROOT}/${path}`).isFile();
}

/** A way from a file back to itself, or undefined. */
function circleFrom(start) {
  const queue = [[start]];
  const seen = new Set();
  for (const way of queue) {
    for (const next of imports.get(way.at(-1))) {
      if (next === start) {
        return [...way, next].join(" → ");
      }
      if (!seen.has(next)) {
        seen.add(next);
        queue.push([...way, next]);
      }
    }
  }
  return undefined;
}

test("no file imports itself through others", () => {
  expect(imports.get("agreements/AgreementsView.tsx")).toContain("agreements/AgreementPage.tsx");
  expect(files.map(circleFrom).filter(Boolean)).toEqual([]);
});

test("only the hook knows the hook", () => {
  const outside = files.filter((file) => !file.startsWith("hook/"));

  expect(outside.filter((file) => imports.get(file).some((name) => name.startsWith("hook/")))).toEqual([]);
});

test("a room holds what can be looked over", () => {
  const sizes = new Map();
  for (const room of files.map((file) => posix.dirname(file))) {
    sizes.set(room, (sizes.get(room) ?? 0) + 1);
  }

  expect([...sizes].filter(([, size]) => size > MOST_IN_A_ROOM)).toEqual([]);
});
