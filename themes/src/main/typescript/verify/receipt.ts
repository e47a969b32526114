import type { Bytes } from "./bytes";
import { require } from "./Malformed";
import { isFirst, isStored, readStoredZip } from "./storedZip";

/** Files of a receipt in their order, and how many bytes each has at most. */
export const FILES: readonly (readonly [name: string, longest: number])[] = [
  ["receipt.html", 1 << 24],
  ["record.json", 1 << 21],
  ["text.md", 1 << 22],
  ["wording.json", 1 << 22],
  ["settings.json", 1 << 20],
  ["disclosures.json", 1 << 20],
  ["record.tlog-proof", 1_100_000],
  ["keys", 1 << 18],
  ["policy", 1 << 18],
  ["timestamp.tst", 1 << 16],
];

const LARGEST = 1 << 24;
const OF_LOG = ["record.tlog-proof", "keys", "policy"];

/** What is in a receipt, by name. Nobody has looked at it yet. */
export type Receipt = ReadonlyMap<string, Bytes>;

/** Whether it is the evidence of a user: many receipts in one file. The data a user downloads begins so, too, but packed. */
export const isUserPack = (zip: Bytes): boolean => isFirst(zip, "README.txt") && isStored(zip);

export function readReceipt(zip: Bytes): Receipt {
  const files = new Map<string, Bytes>();
  let last = -1;
  for (const { name, content } of readStoredZip(zip, LARGEST)) {
    const place = FILES.findIndex(([known]) => known === name);
    require(place >= 0, `A receipt has no file ${name}`, "ZIP_UNEXPECTED", name);
    require(place > last, "The files of the receipt are in another order", "ZIP_ORDER", name);
    require(content.length <= FILES[place]![1], `${name} is too large`, "ZIP_TOO_LARGE");
    last = place;
    files.set(name, content);
  }
  const isLogged = [...OF_LOG, "timestamp.tst"].some((name) => files.has(name));
  for (const name of ["receipt.html", "record.json", "disclosures.json", ...(isLogged ? OF_LOG : [])]) {
    require(files.has(name), `The receipt has no file ${name}`, "ZIP_MISSING", name);
  }
  return files;
}
