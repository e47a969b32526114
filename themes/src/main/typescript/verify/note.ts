import { base64, type Bytes, concat, decimal, decode, encode, equal, hasControls, hex, sha256 } from "./bytes";
import { isSignedBy } from "./ed25519";
import { require } from "./Malformed";

export type KeyType = "NOTE" | "COSIGNATURE";

/** A public key with the name it signs under. */
export interface VerifierKey {
  text: string;
  name: string;
  type: KeyType;
  id: string;
  key: Bytes;
}

interface NoteSignature {
  name: string;
  id: string;
  made: Bytes;
}

/** A text with signatures below it (C2SP signed-note). */
export interface SignedNote {
  text: string;
  signatures: NoteSignature[];
}

/** What a log says of itself at one size (C2SP tlog-checkpoint). */
export interface Checkpoint {
  origin: string;
  size: bigint;
  root: Bytes;
}

const LONGEST_NAME = 1024;
const MOST_SIGNATURES = 100;
const ED25519_KEY = 32;
const ED25519_SIGNATURE = 64;

function checkName(name: string): string {
  require(name.length > 0 && name.length <= LONGEST_NAME, "The name of a key is empty or too long");
  require(!hasControls(name) && !/[+\s\p{Z}\p{Cs}\u0085]/u.test(name), "The name of a key has a space or a plus");
  return name;
}

export async function readKey(text: string): Promise<VerifierKey> {
  require(text.length <= 8192, "A verifier key is shorter");
  const [name, id, ...rest] = text.split("+");
  require(name !== undefined && id !== undefined && rest.length > 0, "A verifier key has three parts");
  const material = base64(rest.join("+"), "The last part of a verifier key");
  require(material.length === 1 + ED25519_KEY, "A verifier key has another length");
  require(material[0] === 1 || material[0] === 4, "A verifier key of this type is not supported");
  checkName(name);
  const digest = await sha256(concat(encode(`${name}\n`), material));
  require(hex(digest.subarray(0, 4)) === id, "The id of a verifier key is not the one of its name and key");
  return { text, name, type: material[0] === 1 ? "NOTE" : "COSIGNATURE", id, key: material.slice(1) };
}

/** One a line. */
export async function readKeys(bytes: Bytes): Promise<VerifierKey[]> {
  const text = decode(bytes, 1 << 18, "keys");
  require(text.endsWith("\n"), "Each key stands on a line, which has an end");
  return Promise.all(text.slice(0, -1).split("\n").map(readKey));
}

export function readNote(text: string): SignedNote {
  const end = text.lastIndexOf("\n\n");
  require(end >= 0 && text.length <= 1_000_000, "A note has an empty line between its text and its signatures");
  const note = text.slice(0, end + 1);
  require(!hasControls(note, "\n\u007f"), "A note has no control characters but new lines");
  const lines = text.slice(end + 2);
  require(lines.endsWith("\n"), "Each signature of a note ends its line");
  const signatures = lines.slice(0, -1).split("\n");
  require(signatures.length <= MOST_SIGNATURES, "A note has fewer signatures");
  return { text: note, signatures: signatures.map(readSignature) };
}

function readSignature(line: string): NoteSignature {
  const [, name, made] = /^\u2014 ([^ ]*) (.*)$/s.exec(line) ?? [];
  require(name !== undefined && made !== undefined && line.length <= 16 * 1024, "A line of a signature is another");
  const bytes = base64(made, "A signature");
  require(bytes.length > 4, "A signature has an id and more");
  return { name: checkName(name), id: hex(bytes.subarray(0, 4)), made: bytes.slice(4) };
}

export function readCheckpoint(text: string): Checkpoint {
  require(text.length <= 65_536 && text.endsWith("\n"), "A checkpoint has lines that end");
  const lines = text.slice(0, -1).split("\n");
  const [origin, size, root] = lines;
  require(root !== undefined && lines.every((line) => line !== ""), "A checkpoint has an origin, a size and a root");
  const hash = base64(root, "A hash");
  require(hash.length === 32, "A hash has 32 bytes");
  return { origin: origin!, size: decimal(size!, "The size of a checkpoint"), root: hash };
}

/** Those of the keys that signed; undefined if a signature that says to be of one of them is false. */
export async function signers(note: SignedNote, keys: readonly VerifierKey[]): Promise<VerifierKey[] | undefined> {
  const found: VerifierKey[] = [];
  for (const signature of note.signatures) {
    for (const key of keys.filter(({ name, id }) => name === signature.name && id === signature.id)) {
      if (!(await isOf(signature.made, key, note.text))) {
        return undefined;
      }
      found.push(key);
    }
  }
  return found;
}

async function isOf(made: Bytes, key: VerifierKey, text: string): Promise<boolean> {
  if (key.type === "NOTE") {
    return made.length === ED25519_SIGNATURE && isSignedBy(key.key, encode(text), made);
  }
  if (made.length !== 8 + ED25519_SIGNATURE) {
    return false;
  }
  const time = new DataView(made.buffer, made.byteOffset).getBigInt64(0);
  return time >= 0n && isSignedBy(key.key, encode(`cosignature/v1\ntime ${String(time)}\n${text}`), made.slice(8));
}

export const isSameKey = (one: VerifierKey, other: VerifierKey): boolean => equal(one.key, other.key);
