import { type Bytes, encode, hex } from "./bytes";
import { isObject, type JsonObject, names, readCanonical } from "./canonical";
import { require } from "./Malformed";
import type { RecordForm } from "./record";

/** Values that can be erased, with their salts, by group. */
export type Disclosures = Record<string, { salt: string; values: Record<string, string> }>;

const GROUPS = ["subject", "identity", "connection", "actor", "freeText"];

export function readDisclosures(bytes: Bytes): Disclosures {
  const groups = readCanonical(bytes, 1 << 20, "disclosures.json");
  for (const group of Object.values(groups)) {
    require(isObject(group) &&
      Object.keys(group).length === 2 &&
      typeof group["salt"] === "string" &&
      /^[0-9a-f]{32}$/.test(group["salt"]) &&
      isObject(group["values"]) &&
      Object.values(group["values"]).every(
        (value) => typeof value === "string",
      ), "disclosures.json has a salt and values for each group");
  }
  return groups as unknown as Disclosures;
}

/** Names of the groups that are not what the record was bound to. */
export async function falseOnes(disclosures: Disclosures, record: RecordForm): Promise<string[]> {
  const wrong: string[] = [];
  for (const name of Object.keys(disclosures).sort()) {
    const { salt, values } = disclosures[name]!;
    if (!GROUPS.includes(name) || record[name] !== (await commitment(salt, values))) {
      wrong.push(name);
    }
  }
  return wrong;
}

async function commitment(salt: string, values: Record<string, string>): Promise<string> {
  const bytes = Uint8Array.from(salt.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const key = await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const fields = names(values as JsonObject).map((name) => `${JSON.stringify(name)}:${JSON.stringify(values[name])}`);
  return hex(new Uint8Array(await crypto.subtle.sign("HMAC", key, encode(`{${fields.join(",")}}`))));
}
