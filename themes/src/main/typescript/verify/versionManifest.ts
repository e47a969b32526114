import type { Bytes } from "./bytes";
import { isObject, type Json, type JsonObject, readCanonical } from "./canonical";
import { require } from "./Malformed";

export interface KeptText {
  locale: string;
  digest: string;
  title: string;
}

export interface KeptWording {
  digest: string;
  decisions: number;
  first: number;
  last: number;
  record: string | undefined;
}

/** What the evidence of a version consists of. */
export interface Manifest {
  realm: string;
  agreement: string;
  version: number;
  label: string | undefined;
  bindingLocale: string;
  madeAt: number;
  texts: readonly KeptText[];
  wordings: readonly KeptWording[];
  records: readonly string[];
  coverage: JsonObject;
}

export const MANIFEST = "version.json";

export const pathOfText = ({ locale }: KeptText): string => `texts/${locale}.md`;
export const pathOf = ({ digest }: KeptWording, ending: string): string => `wordings/${digest}${ending}`;
export const pathOfRecord = (id: string): string => `records/${id}.zip`;

type Kind = "string" | "number" | "int" | "digest" | "list" | "object";

const REQUIRED: Readonly<Record<string, Kind>> = {
  form: "int",
  realm: "string",
  agreement: "string",
  version: "int",
  bindingLocale: "string",
  madeAt: "number",
  texts: "list",
  wordings: "list",
  records: "list",
  coverage: "object",
};
const TEXT: Readonly<Record<string, Kind>> = { locale: "string", digest: "digest", title: "string" };
const WORDING: Readonly<Record<string, Kind>> = {
  digest: "digest",
  decisions: "number",
  first: "number",
  last: "number",
};

export function readManifest(bytes: Bytes): Manifest {
  const fields = checked(readCanonical(bytes, 1 << 24, MANIFEST), REQUIRED, "label");
  require(fields["form"] === 1, `${MANIFEST} is not in form 1, the one that is known`);
  require(listOf(fields["records"]!).every(
    (id) => typeof id === "string",
  ), `${MANIFEST} has something else as records`);
  return {
    ...fields,
    texts: listOf(fields["texts"]!).map((text) => checked(text, TEXT)),
    wordings: listOf(fields["wordings"]!).map((wording) => checked(wording, WORDING, "record")),
  } as unknown as Manifest;
}

/** All of these, and nothing but these and the one that may be left out, which is a word. */
function checked(value: Json, kinds: Readonly<Record<string, Kind>>, optional = ""): JsonObject {
  require(isObject(value), `${MANIFEST} has something else where an object should be`);
  for (const [name, kind] of Object.entries(kinds)) {
    require(Object.hasOwn(value, name) && fits(value[name]!, kind), `${MANIFEST} has no ${name}`);
  }
  for (const [name, other] of Object.entries(value)) {
    require(Object.hasOwn(kinds, name) ||
      (name === optional && typeof other === "string"), `${MANIFEST} has something that form 1 has not`);
  }
  return value;
}

const listOf = (value: Json): Json[] => value as Json[];

function fits(value: Json, kind: Kind): boolean {
  switch (kind) {
    case "int":
      return typeof value === "number" && value === (value | 0);
    case "digest":
      return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
    case "list":
      return Array.isArray(value);
    case "object":
      return isObject(value);
    default:
      return typeof value === kind;
  }
}
