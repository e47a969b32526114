import { type Bytes, equal, hex, sha256 } from "./bytes";
import { isObject, type Json, readCanonical } from "./canonical";
import { Malformed, require } from "./Malformed";
import type { VerifierKey } from "./note";
import { readReceipt } from "./receipt";
import type { RecordForm } from "./record";
import { isFirst, type Member, readStoredZip } from "./storedZip";
import {
  type KeptText,
  type KeptWording,
  MANIFEST,
  type Manifest,
  pathOf,
  pathOfRecord,
  pathOfText,
  readManifest,
} from "./versionManifest";
import { indexOf, pageOfWording } from "./versionPages";
import { type Finding, type Report, verifyReceipt } from "./verifyReceipt";

export const PACK_FAULTS = ["UNREADABLE", "DIFFERS", "NOT_GOOD", "OF_ANOTHER", "UNPUBLISHED", "UNLOGGED"] as const;
export const PACK_REMARKS = ["PICTURES"] as const;
export type PackCode = (typeof PACK_FAULTS)[number] | (typeof PACK_REMARKS)[number];

/** Something to say about the evidence of a version. */
export interface PackFinding {
  code: PackCode;
  file: string;
  detail: string;
  /** What came out of the receipt that the file is. */
  receipt: Report | undefined;
}

/** What came out when the evidence of a version was verified. */
export interface PackReport {
  manifest: Manifest;
  findings: readonly PackFinding[];
  /** What there is to say of receipts that are good, each once. */
  remarks: readonly Finding[];
  receipts: number;
  isGood: boolean;
}

const INDEX = "index.html";
const PICTURES = "pictures.json";
const LARGEST = 1 << 26;

export const isPackFault = (code: PackCode): boolean => (PACK_FAULTS as readonly string[]).includes(code);

/** Whether a file that begins so says to be the evidence of a version. */
export const isVersionPack = (bytes: Bytes): boolean => isFirst(bytes, INDEX);

/** Verifies the evidence of a version as bin/verify-receipt does. */
export async function verifyVersion(zip: Bytes, trusted: readonly VerifierKey[]): Promise<PackReport> {
  const members = readStoredZip(zip, LARGEST);
  const findings: PackFinding[] = [];
  const remarks = new Map<string, Finding>();
  const texts = new Map<string, Bytes>();
  const pages = new Map<string, string>();
  let receipts = 0;
  let latest: { at: number; digests: Map<string, Json> } = { at: -Infinity, digests: new Map() };
  let place = 0;

  const find = (code: PackCode, file: string, detail = "", receipt?: Report) =>
    findings.push({ code, file, detail, receipt });

  function next(name: string): Member {
    const member = members[place++];
    require(member !== undefined, `The pack has no file ${name}`, "ZIP_MISSING", name);
    require(member.name === name, `The pack has ${member.name} where ${name} should be`, "ZIP_ORDER", member.name);
    return member;
  }

  async function hasDigest({ name, content }: Member, digest: string): Promise<boolean> {
    const is = hex(await sha256(content)) === digest;
    if (!is) {
      find("DIFFERS", name);
    }
    return is;
  }

  async function same({ name, content }: Member, made: Bytes): Promise<void> {
    pages.set(name, hex(await sha256(content)));
    if (!equal(content, made)) {
      find("DIFFERS", name);
    }
  }

  async function takeText(text: KeptText): Promise<void> {
    const member = next(pathOfText(text));
    if (await hasDigest(member, text.digest)) {
      texts.set(text.digest, member.content);
    }
  }

  async function takeWording(wording: KeptWording): Promise<void> {
    const content = next(pathOf(wording, ".json"));
    const page = next(pathOf(wording, ".html"));
    if (await hasDigest(content, wording.digest)) {
      await reading(content.name, async () => same(page, await pageOfWording(manifest, content.content, texts)));
    }
    if (wording.record === undefined) {
      find("UNLOGGED", content.name);
      return;
    }
    const receipt = next(pathOf(wording, ".zip"));
    const record = await good(receipt, wording.record);
    const isOfText = ({ digest, locale }: KeptText) => digest === record?.text && locale === record.locale;
    if (
      record &&
      (record.decision === undefined || record.wording !== wording.digest || !manifest.texts.some(isOfText))
    ) {
      find("OF_ANOTHER", receipt.name);
    }
  }

  async function takePublication(id: string): Promise<void> {
    const receipt = next(pathOfRecord(id));
    const record = await good(receipt, id);
    if (record && record.type !== "PUBLICATION") {
      find("OF_ANOTHER", receipt.name);
      return;
    }
    const details = record?.["details"];
    if (record && isObject(details) && record.occurredAt > latest.at) {
      if (details["action"] === "published") {
        const named = Object.entries(details).filter(([name]) => name.startsWith("digest."));
        latest = { at: record.occurredAt, digests: new Map(named.map(([name, value]) => [name.slice(7), value])) };
      } else if (details["action"] === "cancelled") {
        latest = { at: record.occurredAt, digests: new Map() };
      }
    }
  }

  /** The record, if its receipt is good and it is about the version. */
  async function good({ name, content }: Member, id: string): Promise<RecordForm | undefined> {
    receipts++;
    const report = await reading(name, async () => verifyReceipt(readReceipt(content), trusted));
    if (!report) {
      return undefined;
    }
    if (!report.isGood) {
      find("NOT_GOOD", name, "", report);
      return undefined;
    }
    for (const remark of report.findings) {
      remarks.set(JSON.stringify(remark), remark);
    }
    const record = report.record!;
    if (record["id"] !== id || record.agreement !== manifest.agreement || record.version !== manifest.version) {
      find("OF_ANOTHER", name);
      return undefined;
    }
    return record;
  }

  async function takePictures(list: Member): Promise<void> {
    require(list.name === PICTURES, `A pack has no file ${list.name}`, "ZIP_UNEXPECTED", list.name);
    const { form, addedAt, browser, pictures } = readCanonical(list.content, 1 << 22, PICTURES);
    require(form === 1 &&
      typeof addedAt === "number" &&
      Array.isArray(pictures), `${PICTURES} is not in form 1, the one that is known`);
    for (const picture of pictures) {
      require(isObject(picture) &&
        typeof picture["path"] === "string" &&
        typeof picture["digest"] === "string", `${PICTURES} is not in form 1, the one that is known`);
      await hasDigest(next(picture["path"]), picture["digest"]);
      const page = picture["page"];
      if (typeof page === "string" && picture["pageDigest"] !== pages.get(page)) {
        find("DIFFERS", picture["path"], page);
      }
    }
    find("PICTURES", list.name, typeof browser === "string" ? browser : "");
    require(place === members.length, `A pack has no file ${members[place]?.name}`, "ZIP_UNEXPECTED", members[place]
      ?.name);
  }

  async function reading<T>(file: string, read: () => Promise<T>): Promise<T | undefined> {
    try {
      return await read();
    } catch (cause) {
      if (!(cause instanceof Malformed)) {
        throw cause;
      }
      find("UNREADABLE", file, cause.message);
      return undefined;
    }
  }

  const index = next(INDEX);
  const manifest = readManifest(next(MANIFEST).content);
  await same(index, indexOf(manifest));
  for (const text of manifest.texts) {
    await takeText(text);
  }
  for (const wording of manifest.wordings) {
    await takeWording(wording);
  }
  for (const id of manifest.records) {
    await takePublication(id);
  }
  for (const text of manifest.texts) {
    if (latest.digests.get(text.locale) !== text.digest) {
      find("UNPUBLISHED", pathOfText(text));
    }
  }
  if (place < members.length) {
    await takePictures(members[place++]!);
  }
  const isGood = !findings.some(({ code }) => isPackFault(code));
  return { manifest, findings, remarks: [...remarks.values()], receipts, isGood };
}
