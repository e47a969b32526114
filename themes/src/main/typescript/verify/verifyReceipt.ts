import { type Bytes, equal, hex, sha256 } from "./bytes";
import { isObject, type Json, readCanonical } from "./canonical";
import { type Disclosures, falseOnes, readDisclosures } from "./disclosures";
import { Malformed } from "./Malformed";
import { readKeys, signers, type VerifierKey } from "./note";
import { pageOf } from "./page";
import { isQuorum, type Policy, readPolicy } from "./policy";
import { type LogProof, proves, readProof } from "./proof";
import { FILES, type Receipt } from "./receipt";
import { readRecord, type RecordForm } from "./record";

export type Grade = "RECORDED" | "SIGNED" | "WITNESSED" | "STAMPED";

export const FAULTS = [
  "UNREADABLE",
  "UNREADABLE_DETAILS",
  "MISSING",
  "UNEXPECTED",
  "DIFFERS",
  "UNPROVEN",
  "UNSIGNED",
] as const;
export const REMARKS = ["UNLOGGED", "OWN_KEY", "OWN_WITNESSES", "NO_WITNESSES", "UNCHECKED_STAMP"] as const;
export type Code = (typeof FAULTS)[number] | (typeof REMARKS)[number];

/** Something to say about a receipt. */
export interface Finding {
  code: Code;
  file: string;
  detail: string;
}

/** What came out when a receipt was verified. */
export interface Report {
  record: RecordForm | undefined;
  /** Of its agreement, as the page had it on which the decision was taken. */
  title: string | undefined;
  proof: LogProof | undefined;
  keys: readonly VerifierKey[];
  grades: readonly Grade[];
  findings: readonly Finding[];
  isGood: boolean;
}

export const isFault = (code: Code): boolean => (FAULTS as readonly string[]).includes(code);

/**
 * Verifies a receipt as bin/verify-receipt does.
 *
 * @param trusted keys of logs, known from elsewhere; those of other logs than the receipt's mean nothing
 */
export async function verifyReceipt(files: Receipt, trusted: readonly VerifierKey[]): Promise<Report> {
  const grades: Grade[] = [];
  const findings: Finding[] = [];
  const find = (code: Code, file: string, detail = "") => findings.push({ code, file, detail });

  async function reading<T>(file: string, read: (bytes: Bytes) => T | Promise<T>): Promise<T | undefined> {
    try {
      return await read(files.get(file)!);
    } catch (cause) {
      if (!(cause instanceof Malformed)) {
        throw cause;
      }
      find("UNREADABLE", file, cause.message);
      return undefined;
    }
  }

  async function verifyNamed(file: string, digest: string | undefined): Promise<void> {
    const content = files.get(file);
    if (!content) {
      if (digest !== undefined) {
        find("MISSING", file);
      }
    } else if (digest === undefined) {
      find("UNEXPECTED", file);
    } else if (hex(await sha256(content)) !== digest) {
      find("DIFFERS", file);
    } else if (file !== "text.md") {
      const longest = FILES.find(([name]) => name === file)![1];
      await reading(file, (bytes) => readCanonical(bytes, longest, file));
    }
  }

  const record = await reading("record.json", readRecord);
  let disclosures: Disclosures | undefined;
  if (record) {
    await verifyNamed("text.md", record.text);
    await verifyNamed("wording.json", record.wording);
    await verifyNamed("settings.json", record.settings);
    disclosures = await reading("disclosures.json", readDisclosures);
    const wrong = disclosures ? await falseOnes(disclosures, record) : [];
    if (wrong.length > 0) {
      find("DIFFERS", "disclosures.json", wrong.join(", "));
    }
    if (findings.length === 0 && !(await isPageOf(files, record, disclosures!))) {
      find("DIFFERS", "receipt.html");
    }
    if (record.unreadableDetails !== undefined) {
      find("UNREADABLE_DETAILS", "record.json", `SHA-256 ${record.unreadableDetails}`);
    }
    if (findings.length === 0) {
      grades.push("RECORDED");
    }
  }

  let proof: LogProof | undefined;
  let keys: VerifierKey[] = [];
  if (!files.has("record.tlog-proof")) {
    find("UNLOGGED", "record.tlog-proof");
  } else if (record) {
    const own = await reading("keys", readKeys);
    const policy = await reading("policy", readPolicy);
    proof = await reading("record.tlog-proof", readProof);
    if (own && policy && !isSame(own, policy)) {
      find("DIFFERS", "policy");
    }
    if (own && proof) {
      keys = own;
      await verifyLog(proof, own, policy);
    }
  }

  async function verifyLog(logProof: LogProof, own: VerifierKey[], policy: Policy | undefined): Promise<void> {
    const known = trusted.filter(({ name }) => name === logProof.checkpoint.origin);
    const log = (known.length > 0 ? known : own).filter(({ name }) => name === logProof.checkpoint.origin);
    if (!((await signers(logProof.note, log))?.length ?? 0)) {
      find("UNSIGNED", "record.tlog-proof");
      return;
    }
    if (!(await proves(logProof, await sha256(files.get("record.json")!)))) {
      find("UNPROVEN", "record.tlog-proof");
      return;
    }
    grades.push("SIGNED");
    if (known.length === 0) {
      find("OWN_KEY", "keys", own.map(({ text }) => text).join(", "));
    }
    if (policy && policy.quorum !== "none") {
      const seen = await witnesses(logProof, policy);
      if (seen) {
        find("OWN_WITNESSES", "policy", [...seen].sort().join(", "));
      } else {
        find("NO_WITNESSES", "record.tlog-proof");
      }
    }
    if (files.has("timestamp.tst")) {
      find("UNCHECKED_STAMP", "timestamp.tst");
    }
  }

  const isGood = grades.includes("SIGNED") && !findings.some(({ code }) => isFault(code));
  const title = record && findings.every(({ file }) => file !== "wording.json") ? titleOf(record, files) : undefined;
  return { record, title, proof, keys, grades, findings, isGood };
}

/** Where the record has a wording, which is right, and in which its text has a title. */
function titleOf({ agreement, text }: RecordForm, files: Receipt): string | undefined {
  const wording = files.get("wording.json");
  if (!wording || text === undefined) {
    return undefined;
  }
  const { required, optional } = readCanonical(wording, 1 << 22, "wording.json");
  const shown = [required, optional].flatMap((list): Json[] => (Array.isArray(list) ? list : []));
  const item = shown.filter(isObject).find((one) => one["agreement"] === agreement && one["text"] === text);
  return typeof item?.["title"] === "string" ? item["title"] : undefined;
}

async function isPageOf(files: Receipt, record: RecordForm, disclosures: Disclosures): Promise<boolean> {
  try {
    const bytes = files.get("record.tlog-proof");
    const page = await pageOf(files, record, disclosures, bytes && readProof(bytes));
    return equal(page, files.get("receipt.html")!);
  } catch (cause) {
    if (cause instanceof Malformed) {
      return false;
    }
    throw cause;
  }
}

function isSame(keys: readonly VerifierKey[], policy: Policy): boolean {
  const own = new Set(keys.map(({ text }) => text));
  const said = new Set(policy.logs.map(({ text }) => text));
  return own.size === said.size && [...own].every((key) => said.has(key));
}

/** The witnesses of the policy that signed, if they are enough for it. */
async function witnesses({ note, checkpoint }: LogProof, policy: Policy): Promise<Set<string> | undefined> {
  const logs = policy.logs.filter(({ name }) => name === checkpoint.origin);
  const signed = await signers(note, [...logs, ...policy.witnesses.map(({ key }) => key)]);
  if (!signed?.some((key) => logs.includes(key))) {
    return undefined;
  }
  const seen = new Set(policy.witnesses.filter(({ key }) => signed.includes(key)).map(({ name }) => name));
  return isQuorum(policy, seen) ? seen : undefined;
}
