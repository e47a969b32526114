import { type Bytes, concat, encode, equal } from "./bytes";
import { require } from "./Malformed";

/** A file in a ZIP. */
export interface Member {
  name: string;
  content: Bytes;
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;
const LONGEST_NAME = 200;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
/** Where the header says how a file is packed. */
const METHOD = 8;
const PACKED_ANEW =
  "The ZIP was not written by the server. If its files were packed anew, use the one that was downloaded";

/** Whether it begins as a ZIP does. */
export const isZip = (bytes: Bytes): boolean => equal(bytes.subarray(0, 4), fields([LOCAL, 4]));

/** Whether the first file of a ZIP has this name. */
export const isFirst = (zip: Bytes, name: string): boolean =>
  isZip(zip) && equal(zip.subarray(LOCAL_LENGTH, LOCAL_LENGTH + name.length), encode(name));

/** Whether the first file of a ZIP stands in it as it is. */
export const isStored = (zip: Bytes): boolean => zip[METHOD] === 0;

/** The files of a ZIP that can be written in one way only: what the server would not write is refused. */
export function readStoredZip(zip: Bytes, largest: number): Member[] {
  const members: Member[] = [];
  const directory: Bytes[] = [];
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let place = 0;
  const take = (length: number): Bytes => {
    require(place + length <= zip.length, "The ZIP ends too early", "ZIP_CUT");
    place += length;
    return zip.subarray(place - length, place);
  };
  for (;;) {
    const start = place;
    take(4);
    if (view.getUint32(start, true) !== LOCAL) {
      break;
    }
    take(LOCAL_LENGTH - 4);
    const crc = view.getUint32(start + 14, true);
    const length = view.getUint32(start + 22, true);
    const nameLength = view.getUint16(start + 26, true);
    require(nameLength <= LONGEST_NAME && length <= largest, "The ZIP has a file that is too large", "ZIP_TOO_LARGE");
    const name = new TextDecoder("latin1").decode(take(nameLength));
    require(NAME.test(name), `A file of a ZIP has no such name: ${name}`, "ZIP_NAME", name);
    require(!members.some((member) => member.name === name), `The ZIP has ${name} twice`, "ZIP_TWICE", name);
    const header = localHeader(name, length, crc);
    require(equal(header, zip.subarray(start, place)), PACKED_ANEW, "ZIP_PACKED_ANEW");
    const content = take(length);
    require(crc32(content) === crc, `${name} was changed in the ZIP, or damaged`, "ZIP_CHANGED", name);
    members.push({ name, content });
    directory.push(centralHeader(header, name, start));
  }
  const central = concat(...directory);
  const expected = concat(central, endOf(members.length, central.length, place - 4));
  require(equal(expected, zip.subarray(place - 4)), PACKED_ANEW, "ZIP_PACKED_ANEW");
  return members;
}

function fields(...values: [value: number, bytes: 2 | 4][]): Bytes {
  const bytes = new Uint8Array(values.reduce((length, [, size]) => length + size, 0));
  const view = new DataView(bytes.buffer);
  let place = 0;
  for (const [value, size] of values) {
    if (size === 2) {
      view.setUint16(place, value, true);
    } else {
      view.setUint32(place, value, true);
    }
    place += size;
  }
  return bytes;
}

/** Version 1.0, stored, 1 January 1980. */
function localHeader(name: string, length: number, crc: number): Bytes {
  return concat(
    fields([LOCAL, 4], [10, 2], [0, 2], [0, 2], [0, 2], [0x21, 2], [crc, 4], [length, 4], [length, 4]),
    fields([name.length, 2], [0, 2]),
    encode(name),
  );
}

function centralHeader(local: Bytes, name: string, offset: number): Bytes {
  return concat(
    fields([0x02014b50, 4], [10, 2]),
    local.subarray(4, LOCAL_LENGTH),
    fields([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
    encode(name),
  );
}

const endOf = (files: number, length: number, offset: number): Bytes =>
  fields([0x06054b50, 4], [0, 2], [0, 2], [files, 2], [files, 2], [length, 4], [offset, 4], [0, 2]);

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) {
    rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return rest >>> 0;
});

function crc32(content: Bytes): number {
  let crc = 0xffffffff;
  for (const byte of content) {
    crc = CRC_TABLE[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
