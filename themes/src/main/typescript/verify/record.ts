import { type Bytes } from "./bytes";
import { isObject, type Json, type JsonObject, names, readCanonical } from "./canonical";
import { require } from "./Malformed";

const LONGEST = 1 << 21;

/** Types of the fields of form 1, those that are always there first. */
const REQUIRED = { form: "number", id: "string", realm: "string", type: "string", occurredAt: "number" } as const;
const FIELDS: Readonly<Record<string, "number" | "int" | "string" | "boolean" | "digest" | "details">> = {
  ...REQUIRED,
  recordedAt: "number",
  agreement: "string",
  version: "int",
  locale: "string",
  text: "digest",
  decision: "string",
  method: "string",
  client: "string",
  wording: "digest",
  endReached: "boolean",
  diffFrom: "int",
  settings: "digest",
  details: "details",
  unreadableDetails: "digest",
  subject: "digest",
  identity: "digest",
  connection: "digest",
  actor: "digest",
  freeText: "digest",
};

/** A record in its canonical form. */
export type RecordForm = JsonObject & {
  occurredAt: number;
  recordedAt: number;
  type: string;
  agreement?: string;
  version?: number;
  locale?: string;
  decision?: string;
  text?: string;
  wording?: string;
  settings?: string;
  /** SHA-256 of what is stored in the place of details, where nobody can read that. */
  unreadableDetails?: string;
};

/** Reads a record, and refuses everything that form 1 does not have. */
export function readRecord(bytes: Bytes): RecordForm {
  const fields = readCanonical(bytes, LONGEST, "The record");
  require(fields["form"] === 1, "The record is not in form 1, the one that is known");
  for (const name of [...Object.keys(REQUIRED), "recordedAt"]) {
    require(name in fields, `The record has no ${name}`);
  }
  for (const name of names(fields)) {
    const type = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
    require(type !== undefined && fits(fields[name]!, type), `The record has something as ${name} that form 1 has not`);
  }
  require(!("details" in fields && "unreadableDetails" in fields), "The record has details beside unreadable ones");
  return fields as RecordForm;
}

function fits(value: Json, type: string): boolean {
  switch (type) {
    case "int":
      return typeof value === "number" && value === (value | 0);
    case "digest":
      return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
    case "details":
      return isObject(value) && depth(value) <= 32;
    default:
      return typeof value === type;
  }
}

const depth = (value: Json): number =>
  typeof value === "object" ? 1 + Math.max(0, ...Object.values(value).map(depth)) : 0;
