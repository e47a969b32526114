// Reads the PNG files that browsers make of pages: eight bits a channel, RGB or RGBA, not interlaced (PNG, third edition).
import { Buffer } from "node:buffer";
import { inflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const CHANNELS = new Map([
  [2, 3],
  [6, 4],
]);
const MOST_PIXELS = 50_000_000;

/** That a file is no picture this reader can read. */
export class NotReadable extends Error {}

/** A picture's width, height, channels (3 or 4), and its pixels, row after row without anything in between. */
export function readPng(bytes) {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!file.subarray(0, SIGNATURE.length).equals(SIGNATURE)) {
    throw new NotReadable("it is no PNG file");
  }
  const [[type, header], ...rest] = chunksOf(file);
  if (type !== "IHDR" || header.length !== 13) {
    throw new NotReadable("it does not begin with its header");
  }
  const { width, height, channels } = readHeader(header);
  const packed = rest.filter(([name]) => name === "IDAT").map(([, content]) => content);
  const rows = inflate(Buffer.concat(packed), height * (width * channels + 1));
  return { width, height, channels, pixels: unfiltered(rows, width * channels, height, channels) };
}

/** Type and content of each chunk. Checksums are not looked at: that of the packed pixels is. */
function chunksOf(file) {
  const chunks = [];
  for (let at = SIGNATURE.length; ;) {
    if (at + 12 > file.length) {
      throw new NotReadable("it ends too early");
    }
    const length = file.readUInt32BE(at);
    const type = file.toString("latin1", at + 4, at + 8);
    if (at + 12 + length > file.length) {
      throw new NotReadable("it ends too early");
    }
    chunks.push([type, file.subarray(at + 8, at + 8 + length)]);
    if (type === "IEND") {
      return chunks;
    }
    at += 12 + length;
  }
}

function readHeader(header) {
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const [depth, color, compression, filter, interlace] = header.subarray(8);
  const channels = CHANNELS.get(color);
  if (depth !== 8 || channels === undefined || compression !== 0 || filter !== 0 || interlace !== 0) {
    throw new NotReadable("it is not RGB or RGBA of eight bits without interlacing");
  }
  if (width === 0 || height === 0 || width * height > MOST_PIXELS) {
    throw new NotReadable(`it has ${width} × ${height} pixels, and may have ${MOST_PIXELS} in all`);
  }
  return { width, height, channels };
}

function inflate(packed, length) {
  let rows;
  try {
    rows = inflateSync(packed, { maxOutputLength: length, chunkSize: 1 << 20 });
  } catch (cause) {
    throw new NotReadable("its pixels cannot be unpacked", { cause });
  }
  if (rows.length !== length) {
    throw new NotReadable("it has fewer pixels than it says");
  }
  return rows;
}

/** Undoes the filter each row begins with the number of, in place: what is written is never ahead of what is read. */
function unfiltered(rows, size, height, step) {
  for (let y = 0; y < height; y++) {
    const from = y * (size + 1) + 1;
    const to = y * size;
    const filter = rows[from - 1];
    if (filter > 4) {
      throw new NotReadable("it has a filter that there is not");
    }
    for (let x = 0; x < size; x++) {
      const left = x < step ? 0 : rows[to + x - step];
      const above = y === 0 ? 0 : rows[to + x - size];
      const corner = x < step || y === 0 ? 0 : rows[to + x - size - step];
      rows[to + x] = rows[from + x] + predicted(filter, left, above, corner);
    }
  }
  return rows.subarray(0, size * height);
}

function predicted(filter, left, above, corner) {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4:
      return paeth(left, above, corner);
    default:
      return 0;
  }
}

/** Whichever of the three is nearest to what they lead one to expect. */
function paeth(left, above, corner) {
  const toLeft = Math.abs(above - corner);
  const toAbove = Math.abs(left - corner);
  const toCorner = Math.abs(left + above - 2 * corner);
  if (toLeft <= toAbove && toLeft <= toCorner) {
    return left;
  }
  return toAbove <= toCorner ? above : corner;
}
