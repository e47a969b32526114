import index from "agreements/version-page";
import wordingPage from "agreements/wording-page";
import { type Bytes, encode, hex, sha256 } from "./bytes";
import { isObject, type Json, type JsonObject, readCanonical } from "./canonical";
import { fill, flatten, moment, type Values } from "./page";
import { type Manifest, pathOf, pathOfRecord, pathOfText } from "./versionManifest";

const LABELS = [
  "heading",
  "intro",
  "reason",
  "optionalHeading",
  "optionalHint",
  "sentence",
  "acknowledgeSentence",
  "later",
  "decline",
  "stop",
];

const LONGEST_WORDING = 1 << 22;

/** The first page of a pack, as it follows from what the pack names. */
export const indexOf = (manifest: Manifest): Bytes =>
  encode(
    fill(index, {
      ...valuesOf(manifest),
      texts: manifest.texts.map((text) => ({
        path: pathOfText(text),
        locale: text.locale,
        title: text.title,
        digest: text.digest,
        binds: text.locale === manifest.bindingLocale ? "yes" : "",
      })),
      wordings: manifest.wordings.map((wording) => ({
        digest: wording.digest,
        page: pathOf(wording, ".html"),
        decisions: String(wording.decisions),
        first: moment(wording.first),
        last: moment(wording.last),
        record: wording.record === undefined ? "" : pathOf(wording, ".zip"),
      })),
      records: manifest.records.map((id) => ({ path: pathOfRecord(id), id })),
      coverage: flatten("", manifest.coverage),
    }),
  );

const valuesOf = (manifest: Manifest): Record<string, string> => ({
  realm: manifest.realm,
  agreement: manifest.agreement,
  version: String(manifest.version),
  label: manifest.label ?? "",
  made: moment(manifest.madeAt),
});

/** Text and wording as they were put together. */
export async function pageOfWording(
  manifest: Manifest,
  wording: Bytes,
  texts: ReadonlyMap<string, Bytes>,
): Promise<Bytes> {
  const fields = readCanonical(wording, LONGEST_WORDING, "The wording of a page");
  const labels = objectOf(fields["labels"]);
  const values: Record<string, Values[string]> = { ...valuesOf(manifest), digest: hex(await sha256(wording)) };
  for (const name of ["page", "product", "theme", "language", "client", "statement"]) {
    values[name] = words(fields, name);
  }
  for (const name of LABELS) {
    values[name] = words(labels, name);
  }
  values["answer"] = words(labels, words(fields, "answer"));
  const [required, optional] = ["required", "optional"].map((name) =>
    listOf(fields[name]).map((each) => agreement(objectOf(each), texts)),
  ) as [Values[], Values[]];
  values["required"] = required;
  // A page of its own has what may be refused below the buttons for what is demanded; a form has one button, at its end.
  const isBelow = words(fields, "page") !== "REGISTRATION" && required.length > 0;
  const { optionalHeading = "", optionalHint = "" } = values;
  const group = optional.length > 0 ? [{ optionalHeading, optionalHint, optional }] : [];
  values["optionalAbove"] = isBelow ? [] : group;
  values["optionalBelow"] = isBelow ? group : [];
  values["fields"] = flatten("", fields);
  return encode(fill(wordingPage, values));
}

function agreement(fields: JsonObject, texts: ReadonlyMap<string, Bytes>): Values {
  const digest = words(fields, "text");
  const content = texts.get(digest);
  const attention = objectOf(fields["attention"]);
  return {
    title: words(fields, "title"),
    edition: words(fields, "edition"),
    translationNote: words(fields, "translationNote"),
    box: words(fields, "box"),
    ofText: digest,
    elsewhere: content ? "" : `${words(fields, "agreement")} ${words(fields, "version")}`,
    locale: words(fields, "locale"),
    attention: words(attention, "intro"),
    clauses: listOf(attention["clauses"])
      .map(objectOf)
      .map((clause) => ({ clause: words(clause, "label"), clauseNote: words(clause, "note") })),
    contents: listOf(fields["contents"]).map((line) => ({ line: plain(line) })),
    change: flatten("", objectOf(fields["change"])),
    blocks: content ? blocks(new TextDecoder("utf-8", { ignoreBOM: true }).decode(content)) : [],
  };
}

/** Headings set off, and all else as it is written. */
function blocks(text: string): Values[] {
  const all: Values[] = [];
  let lines: string[] = [];
  const end = () => {
    if (lines.length > 0) {
      all.push({ mark: "", ofBlock: "", words: lines.join("\n") });
      lines = [];
    }
  };
  for (const line of text.split("\n")) {
    const [, mark, ofBlock] = /^(#{1,6}) +(.*)$/s.exec(line) ?? [];
    if (mark !== undefined && ofBlock !== undefined) {
      end();
      all.push({ mark, ofBlock, words: "" });
    } else if (/^[ \t\r]*$/.test(line)) {
      end();
    } else {
      lines.push(line);
    }
  }
  end();
  return all;
}

const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

/** Empty where there is nothing, and where it is no single value. */
function words(fields: JsonObject, name: string): string {
  return plain(Object.hasOwn(fields, name) ? fields[name] : undefined);
}

const plain = (value: Json | undefined): string =>
  value === undefined || typeof value === "object" ? "" : String(value);
