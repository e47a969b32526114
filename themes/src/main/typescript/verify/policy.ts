import { type Bytes, decimal, decode, hasControls } from "./bytes";
import { require } from "./Malformed";
import { isSameKey, readKey, type VerifierKey } from "./note";

interface Group {
  name: string;
  threshold: bigint;
  members: string[];
}

/** Which logs somebody believes, and who has to have seen their checkpoints (C2SP tlog-policy). */
export interface Policy {
  logs: VerifierKey[];
  witnesses: { name: string; key: VerifierKey }[];
  groups: Group[];
  quorum: string;
}

const MOST = 256;

export async function readPolicy(bytes: Bytes): Promise<Policy> {
  const text = decode(bytes, 1 << 18, "The policy");
  require(!hasControls(text, "\n\t"), "A policy has no control characters but tabs and new lines");
  require(text === "" || text.endsWith("\n"), "Each line of a policy has an end");
  const policy: Policy = { logs: [], witnesses: [], groups: [], quorum: "" };
  for (const line of text.split("\n")) {
    const words = line.split(/[ \t]+/).filter((word) => word !== "");
    if (words.length > 0 && !words[0]!.startsWith("#")) {
      await add(words, policy);
    }
  }
  require(policy.quorum !== "", "A policy has a line with its quorum");
  checkKeys(policy.logs);
  checkKeys(policy.witnesses.map(({ key }) => key));
  return policy;
}

async function add(words: string[], policy: Policy): Promise<void> {
  const [what, name, word, ...members] = words;
  const known = new Set([...policy.witnesses, ...policy.groups].map((each) => each.name));
  if (what === "log" && (words.length === 2 || words.length === 3)) {
    const key = await readKey(name!);
    require(key.type === "NOTE", "The key of a log is not one that signs notes");
    policy.logs.push(key);
  } else if (what === "witness" && (words.length === 3 || words.length === 4)) {
    const key = await readKey(word!);
    require(key.type === "COSIGNATURE" && name !== "none" && !known.has(name!), "A witness of the policy is wrong");
    policy.witnesses.push({ name: name!, key });
  } else if (what === "group" && words.length >= 4) {
    const taken = new Set(policy.groups.flatMap((group) => group.members));
    require(name !== "none" && !known.has(name!), "A group of the policy is wrong");
    for (const member of members) {
      require(known.has(member) && !taken.has(member), "A group has a member nobody knows, or that is in another");
      taken.add(member);
    }
    const threshold = word === "any" ? 1n : word === "all" ? BigInt(members.length) : decimal(word!, "A threshold");
    require(threshold >= 1n && threshold <= members.length, "A group asks for more than its members");
    policy.groups.push({ name: name!, threshold, members });
  } else {
    require(what === "quorum" && words.length === 2 && policy.quorum === "", "A policy has no such line, or not here");
    require(name === "none" || known.has(name!), "The policy does not say who its quorum is");
    policy.quorum = name!;
  }
  require(policy.logs.length <= MOST &&
    policy.witnesses.length <= MOST &&
    policy.groups.length <= MOST, "A policy has fewer logs, witnesses and groups");
}

function checkKeys(keys: readonly VerifierKey[]): void {
  keys.forEach((key, place) =>
    require(!keys.slice(0, place).some((other) => isSameKey(key, other)), "The policy has the same key twice"),
  );
}

export function isQuorum({ groups, quorum }: Policy, seen: ReadonlySet<string>): boolean {
  const reached = new Set(["none", ...seen]);
  for (const { name, threshold, members } of groups) {
    if (members.filter((member) => reached.has(member)).length >= threshold) {
      reached.add(name);
    }
  }
  return reached.has(quorum);
}
