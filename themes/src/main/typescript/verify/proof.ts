import { base64, type Bytes, concat, decimal, decode, equal, sha256 } from "./bytes";
import { require } from "./Malformed";
import { type Checkpoint, readCheckpoint, readNote, type SignedNote } from "./note";

/** That an entry is in a log (C2SP tlog-proof). */
export interface LogProof {
  index: bigint;
  hashes: Bytes[];
  note: SignedNote;
  checkpoint: Checkpoint;
}

export function readProof(bytes: Bytes): LogProof {
  const text = decode(bytes, 1_100_000, "The proof");
  const end = text.indexOf("\n\n");
  require(end >= 0, "A proof has an empty line before its checkpoint");
  const lines = text.slice(0, end).split("\n");
  require(lines.shift() === "c2sp.org/tlog-proof@v1", "A proof begins with another line");
  if (lines[0]?.startsWith("extra ")) {
    base64(lines.shift()!.slice("extra ".length), "The extra line of a proof");
  }
  const [, index] = /^index (.*)$/s.exec(lines.shift() ?? "") ?? [];
  require(index !== undefined, "A proof says the index of its entry");
  const note = readNote(text.slice(end + 2));
  const proof = {
    index: decimal(index, "The index of a proof"),
    hashes: lines.map((line) => base64(line, "A hash")),
    note,
    checkpoint: readCheckpoint(note.text),
  };
  require(proof.index < proof.checkpoint.size &&
    proof.hashes.length <= 63 &&
    proof.hashes.every(
      ({ length }) => length === 32,
    ), "A proof has the index of an entry of its log, and at most 63 hashes");
  return proof;
}

/** RFC 9162, 2.1.3.2. */
export async function proves({ index, hashes, checkpoint }: LogProof, entry: Bytes): Promise<boolean> {
  let place = index;
  let last = checkpoint.size - 1n;
  let hash = await sha256(concat(Uint8Array.of(0), entry));
  for (const sibling of hashes) {
    if (last === 0n) {
      return false;
    }
    if ((place & 1n) === 1n || place === last) {
      hash = await nodeOf(sibling, hash);
      while ((place & 1n) === 0n && place !== 0n) {
        place >>= 1n;
        last >>= 1n;
      }
    } else {
      hash = await nodeOf(hash, sibling);
    }
    place >>= 1n;
    last >>= 1n;
  }
  return last === 0n && equal(hash, checkpoint.root);
}

const nodeOf = (left: Bytes, right: Bytes): Promise<Bytes> => sha256(concat(Uint8Array.of(1), left, right));
