import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { difference } from "./difference.mjs";
import { partsOf } from "./names.mjs";
import { NotReadable, readPng } from "./png.mjs";

const MOST_PICTURES = 5_000;
const MOST_BYTES = 50_000_000;
const ORDER = ["changed", "new", "gone", "same"];

/** The paths of the pictures below a directory, with slashes. */
export function picturesIn(directory) {
  const paths = readdirSync(directory, { recursive: true })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /\.png$/i.test(path) && statSync(join(directory, path)).isFile())
    .sort();
  if (paths.length > MOST_PICTURES) {
    throw new Error(`${directory} has ${paths.length} pictures, and a page may have ${MOST_PICTURES}`);
  }
  return paths;
}

/**
 * What became of each picture since those in another directory, the changed ones first; without one, their state is empty.
 * The share of what changed is null where a picture cannot be read.
 */
export function compare(now, before) {
  const there = picturesIn(now);
  if (!before) {
    return there.map((path) => ({ ...partsOf(path), state: "", share: 0 }));
  }
  const earlier = new Set(picturesIn(before));
  const later = new Set(there);
  const gone = [...earlier].filter((path) => !later.has(path));
  return [
    ...there.map((path) => ({
      ...partsOf(path),
      ...(earlier.has(path) ? change(join(before, path), join(now, path)) : { state: "new", share: 0 }),
    })),
    ...gone.map((path) => ({ ...partsOf(path), state: "gone", share: 0 })),
  ].sort(whatToLookAtFirst);
}

function change(before, now) {
  if (statSync(before).size > MOST_BYTES || statSync(now).size > MOST_BYTES) {
    return { state: "changed", share: null };
  }
  const [earlier, later] = [readFileSync(before), readFileSync(now)];
  if (earlier.equals(later)) {
    return { state: "same", share: 0 };
  }
  try {
    const share = difference(readPng(earlier), readPng(later));
    return { state: share === 0 ? "same" : "changed", share };
  } catch (error) {
    if (error instanceof NotReadable) {
      return { state: "changed", share: null };
    }
    throw error;
  }
}

function whatToLookAtFirst(one, other) {
  return (
    ORDER.indexOf(one.state) - ORDER.indexOf(other.state) ||
    (other.share ?? 1) - (one.share ?? 1) ||
    one.path.localeCompare(other.path, "en")
  );
}
