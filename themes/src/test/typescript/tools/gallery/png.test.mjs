// @vitest-environment node
import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { difference } from "../../../../../tools/gallery/difference.mjs";
import { NotReadable, readPng } from "../../../../../tools/gallery/png.mjs";
import { plain, png } from "./pictures.mjs";

/** Pixels that are all different, so that no filter can be taken for another. */
function motley(width, height, channels) {
  let seed = 7;
  const next = () => (seed = (seed * 1103515245 + 12345) % 2 ** 31) % 256;
  return Array.from({ length: height }, () =>
    Array.from({ length: width }, () => Array.from({ length: channels }, next)),
  );
}

describe("a picture is read", () => {
  test.each([
    ["RGB", 3],
    ["RGBA", 4],
  ])("of %s, whichever way its rows are filtered", (_, channels) => {
    const rows = motley(5, 11, channels);

    const picture = readPng(png(rows, { filters: [4, 3, 2, 1, 0, 1, 2, 3, 4, 4, 3] }));

    expect(picture).toMatchObject({ width: 5, height: 11, channels });
    expect([...picture.pixels]).toEqual(rows.flat(2));
  });
});

describe("what is no such picture is refused:", () => {
  const rows = plain(2, 2);
  const whole = png(rows);

  test.each([
    ["nothing", whole.subarray(0, 0)],
    ["another kind of file", Uint8Array.from("<html></html>", (letter) => letter.charCodeAt(0))],
    ["one that ends before its end", whole.subarray(0, whole.length - 12)],
    ["one that ends within a chunk", whole.subarray(0, 60)],
    ["one with a palette", png(rows, { header: { color: 3 } })],
    ["one of sixteen bits", png(rows, { header: { depth: 16 } })],
    ["an interlaced one", png(rows, { header: { interlace: 1 } })],
    ["one without pixels", png(rows, { header: { width: 0 } })],
    ["a huge one", png(rows, { header: { width: 2 ** 31, height: 2 ** 31 } })],
    ["one with fewer pixels than it says", png(rows, { header: { height: 3 } })],
    ["one with more pixels than it says", png(rows, { header: { height: 1 } })],
    ["one whose pixels unpack to far more", png(rows, { packed: deflateSync(new Uint8Array(10_000_000)) })],
    ["one whose pixels are not packed", png(rows, { packed: new Uint8Array(20).fill(1) })],
    ["one with an unknown filter", png(rows, { filters: [0, 5] })],
  ])("%s", (_, bytes) => {
    expect(() => readPng(bytes)).toThrow(NotReadable);
  });
});

describe("the share of pixels that differ", () => {
  const share = (one, other) => difference(readPng(png(one)), readPng(png(other)));

  test("is nothing for the same pixels, however they are packed", () => {
    const rows = motley(4, 4, 3);

    expect(difference(readPng(png(rows)), readPng(png(rows, { filters: [1, 2, 3, 4] })))).toBe(0);
  });

  test("counts each pixel once, however many of its channels differ", () => {
    const other = plain(4, 5);
    other[1][2] = [0, 0, 0];
    other[4][3] = [255, 254, 255];

    expect(share(plain(4, 5), other)).toBe(2 / 20);
  });

  test("takes what only one of them has for different", () => {
    expect(share(plain(2, 2), plain(2, 8))).toBe(12 / 16);
    expect(share(plain(4, 2), plain(2, 4))).toBe(12 / 16);
    expect(share(plain(2, 4), plain(4, 2))).toBe(12 / 16);
  });

  test("does not mind whether opacity is written down", () => {
    expect(share(plain(3, 3), plain(3, 3, [255, 255, 255, 255]))).toBe(0);
    expect(share(plain(3, 3), plain(3, 3, [255, 255, 255, 100]))).toBe(1);
  });
});
