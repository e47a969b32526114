// @vitest-environment node
import { webcrypto as crypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { encode } from "../../../main/typescript/verify/bytes";
import { isSignedBy, isSignedByWithoutBrowser } from "../../../main/typescript/verify/ed25519";
import { Malformed } from "../../../main/typescript/verify/Malformed";
import { readKey } from "../../../main/typescript/verify/note";
import { isUserPack, readReceipt } from "../../../main/typescript/verify/receipt";
import { verifyReceipt } from "../../../main/typescript/verify/verifyReceipt";

const RECEIPTS = "../proof/src/test/resources/receipts";

const zip = (name) => new Uint8Array(readFileSync(`${RECEIPTS}/${name}.zip`));

const [, ...expected] = readFileSync(`${RECEIPTS}/expected.csv`, "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => line.split(","));

async function outcome(name) {
  try {
    const { isGood, grades, findings } = await verifyReceipt(readReceipt(zip(name)), []);
    return [
      isGood ? "good" : "not good",
      grades.join(" "),
      findings.map(({ code, file }) => `${code} ${file}`).join("; "),
    ];
  } catch (cause) {
    if (cause instanceof Malformed) {
      return ["unreadable", "", ""];
    }
    throw cause;
  }
}

describe("what the program in Java says of", () => {
  test.each(expected)("%s is said here, too", async (name, ...rest) => {
    expect(await outcome(name)).toEqual(rest);
  });
});

test("a key known from elsewhere decides", async () => {
  const receipt = readReceipt(zip("good"));
  const [own] = (await verifyReceipt(receipt, [])).keys;
  const [other] = (await verifyReceipt(readReceipt(zip("other-key")), [])).keys;

  expect((await verifyReceipt(receipt, [own])).findings).toEqual([]);
  expect((await verifyReceipt(receipt, [other])).findings).toMatchObject([{ code: "UNSIGNED" }]);
});

test("keys of another log say nothing of this one", async () => {
  const key = await readKey("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");

  expect((await verifyReceipt(readReceipt(zip("good")), [key])).findings).toMatchObject([{ code: "OWN_KEY" }]);
});

test("the evidence of a user is told from the data that a user downloads, which begins with the same name", () => {
  const beginning = (method) => {
    const header = [0x50, 0x4b, 3, 4, 20, 0, 0, 0, method, ...Array(17).fill(0), 10, 0, 0, 0];
    return Uint8Array.from([...header, ...encode("README.txt")]);
  };

  expect(isUserPack(beginning(0))).toBe(true);
  expect(isUserPack(beginning(8))).toBe(false);
});

test("browser and library agree about signatures", async () => {
  const pair = await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"]);
  const key = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const message = encode("a checkpoint");
  const signature = new Uint8Array(await crypto.subtle.sign("Ed25519", pair.privateKey, message));
  const spoilt = signature.map((byte, place) => (place === 3 ? byte ^ 1 : byte));

  for (const verifies of [isSignedBy, isSignedByWithoutBrowser]) {
    expect(await verifies(key, message, signature)).toBe(true);
    expect(await verifies(key, encode("another"), signature)).toBe(false);
    expect(await verifies(key, message, spoilt)).toBe(false);
  }
});
