import template from "agreements/receipt-page";
import { type Bytes, decode, encode, hex, sha256 } from "./bytes";
import { type Json, type JsonObject, names, readCanonical } from "./canonical";
import type { Disclosures } from "./disclosures";
import type { LogProof } from "./proof";
import type { RecordForm } from "./record";

/** What a page is filled with; values of an element stand before those around it. */
// A record cannot refer to itself through a list, which the rule does not see.
// eslint-disable-next-line @typescript-eslint/consistent-indexed-object-style
export interface Values {
  readonly [name: string]: Value;
}
type Value = string | Values[];

const LAST_MOMENT = 253_402_300_799_999;

/** The page that follows from the other files of a receipt. */
export async function pageOf(
  files: ReadonlyMap<string, Bytes>,
  record: RecordForm,
  disclosures: Disclosures,
  proof: LogProof | undefined,
): Promise<Bytes> {
  const { occurredAt, recordedAt, agreement = "", version, locale = "", decision = "NONE" } = record;
  const values: Record<string, string | Record<string, string>[]> = {
    occurred: moment(occurredAt),
    recorded: recordedAt === occurredAt ? "" : moment(recordedAt),
    agreement,
    version: version === undefined ? "" : String(version),
    locale,
    entry: hex(await sha256(files.get("record.json")!)),
    fields: flatten("", record),
    opened: names(disclosures as unknown as JsonObject).flatMap((group) =>
      Object.entries(disclosures[group]!.values)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([name, value]) => ({ name, value })),
    ),
    wording: fieldsOf(files.get("wording.json")),
    settings: fieldsOf(files.get("settings.json")),
    text: files.has("text.md") ? decode(files.get("text.md")!, 1 << 24, "The text") : "",
    hasText: files.has("text.md") ? "yes" : "",
    hasWording: files.has("wording.json") ? "yes" : "",
    hasSettings: files.has("settings.json") ? "yes" : "",
    stamp: files.has("timestamp.tst") ? "yes" : "",
    logged: proof ? "yes" : "",
  };
  for (const known of ["ACCEPTED", "ACKNOWLEDGED", "DECLINED", "WITHDRAWN", "NONE"]) {
    values[known] = known === decision ? known : "";
  }
  if (proof) {
    values["index"] = String(proof.index);
    values["size"] = String(proof.checkpoint.size);
    values["origin"] = proof.checkpoint.origin;
    values["keys"] = linesOf(decode(files.get("keys")!, 1 << 18, "keys"));
  }
  return encode(fill(template, values));
}

function linesOf(text: string): Record<string, string>[] {
  const lines = text.split(/\r\n|[\r\n]/);
  return (lines.at(-1) === "" ? lines.slice(0, -1) : lines).map((line) => ({ line }));
}

const fieldsOf = (bytes: Bytes | undefined) =>
  bytes ? flatten("", readCanonical(bytes, 1 << 24, "A file of the receipt")) : [];

export function flatten(path: string, value: Json): Record<string, string>[] {
  if (Array.isArray(value)) {
    return value.flatMap((element, place) => flatten(`${path}.${place + 1}`, element));
  }
  if (typeof value === "object") {
    return names(value).flatMap((name) => flatten(path === "" ? name : `${path}.${name}`, value[name]!));
  }
  return [{ name: path, value: String(value) }];
}

export const moment = (millis: number): string =>
  millis < 0 || millis > LAST_MOMENT
    ? String(millis)
    : new Date(millis).toISOString().replace("T", " ").replace("Z", " UTC");

/** Fills values into a page, as PageTemplate does in Java. */
export function fill(page: string, values: Values): string {
  const tag = /\{\{([#^]?)([a-zA-Z]+)\}\}/g;
  let filled = "";
  let place = 0;
  for (let found = tag.exec(page); found; found = tag.exec(page)) {
    const [whole, mark, name] = found as unknown as [string, string, string];
    filled += page.slice(place, found.index);
    place = found.index + whole.length;
    const value = values[name];
    if (mark === "") {
      filled += escaped(value as string);
    } else {
      const last = page.indexOf(`{{/${name}}}`, place);
      filled += section(page.slice(place, last), value, mark === "#", values);
      place = last + name.length + 5;
    }
    tag.lastIndex = place;
  }
  return filled + page.slice(place);
}

function section(inner: string, value: Values[string] | undefined, isWanted: boolean, values: Values): string {
  if (isWanted && typeof value === "object") {
    return value.map((element) => fill(inner, { ...values, ...element })).join("");
  }
  return (value !== undefined && value.length > 0) === isWanted ? fill(inner, values) : "";
}

const escaped = (value: string): string =>
  value
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
