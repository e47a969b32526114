import { Buffer } from "node:buffer";
import { deflateSync } from "node:zlib";

const CHECKSUM = Buffer.alloc(4);

/** A PNG file of rows of pixels (lists of channels), each row packed by the filter whose number the list has for it. */
export function png(rows, { filters = [], header = {}, packed = pack(rows, filters) } = {}) {
  const { width = rows[0].length, height = rows.length, depth = 8, color = rows[0][0].length === 4 ? 6 : 2 } = header;
  const start = Buffer.alloc(13);
  start.writeUInt32BE(width, 0);
  start.writeUInt32BE(height, 4);
  start.set([depth, color, 0, 0, header.interlace ?? 0], 8);
  const middle = Math.floor(packed.length / 2);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", start),
    chunk("tEXt", Buffer.from("Title\0A page")),
    chunk("IDAT", packed.subarray(0, middle)),
    chunk("IDAT", packed.subarray(middle)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type, content) {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, Buffer.from(type), content, CHECKSUM]);
}

function pack(rows, filters) {
  const step = rows[0][0].length;
  const plain = rows.map((row) => row.flat());
  const at = (x, y) => plain[y]?.[x] ?? 0;
  return deflateSync(
    Buffer.from(
      plain.flatMap((row, y) => [
        filters[y] ?? 0,
        ...row.map((value, x) => value - guess(filters[y] ?? 0, at(x - step, y), at(x, y - 1), at(x - step, y - 1))),
      ]),
    ),
  );
}

/** As the specification words it. */
function guess(filter, a, b, c) {
  if (filter === 4) {
    const p = a + b - c;
    const [pa, pb, pc] = [a, b, c].map((each) => Math.abs(p - each));
    return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
  }
  return [0, a, b, Math.floor((a + b) / 2)][filter] ?? 0;
}

/** Rows of one colour. */
export function plain(width, height, pixel = [255, 255, 255]) {
  return Array.from({ length: height }, () => Array.from({ length: width }, () => [...pixel]));
}
