// Makes the page to look through pictures: node main.mjs PICTURES GALLERY [BEFORE]
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { page } from "./page.mjs";
import { compare } from "./pictures.mjs";

function main([now, gallery, before]) {
  for (const directory of [now, before]) {
    if (directory && !existsSync(directory)) {
      throw new Error(`There is no directory ${directory}`);
    }
    if (directory && (isWithin(directory, gallery) || isWithin(gallery, directory))) {
      throw new Error(`${gallery} is made anew: neither may it lie in ${directory}, nor that in it`);
    }
  }
  const pictures = compare(now, before);
  if (!pictures.some(({ state }) => state !== "gone")) {
    throw new Error(`There are no pictures in ${now}: bin/gallery --take takes them`);
  }

  rmSync(gallery, { recursive: true, force: true });
  for (const { path, state } of pictures) {
    if (state !== "gone") {
      copy(now, join(gallery, "now"), path);
    }
    if (state === "changed" || state === "gone") {
      copy(before, join(gallery, "before"), path);
    }
  }
  writeFileSync(join(gallery, "index.html"), page(pictures, before !== undefined));
  console.log(summary(pictures, before));
}

function isWithin(path, directory) {
  const way = relative(resolve(directory), resolve(path));
  return !way.startsWith("..") && !isAbsolute(way);
}

/** The page stays as it is when other pictures are taken, and can be given to others as one directory. */
function copy(from, to, path) {
  mkdirSync(dirname(join(to, path)), { recursive: true });
  copyFileSync(join(from, path), join(to, path));
}

function summary(pictures, before) {
  const count = (wanted) => pictures.filter(({ state }) => state === wanted).length;
  return before
    ? `${count("changed")} changed, ${count("new")} new, ${count("gone")} gone, ${count("same")} the same`
    : `${pictures.length} pictures, compared with none`;
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
}
