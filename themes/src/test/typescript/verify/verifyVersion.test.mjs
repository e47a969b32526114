// @vitest-environment node
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { Malformed } from "../../../main/typescript/verify/Malformed";
import { readReceipt } from "../../../main/typescript/verify/receipt";
import { verifyReceipt } from "../../../main/typescript/verify/verifyReceipt";
import { isVersionPack, verifyVersion } from "../../../main/typescript/verify/verifyVersion";

const RESOURCES = "../proof/src/test/resources";

const bytes = (name) => new Uint8Array(readFileSync(`${RESOURCES}/${name}`));

const [, ...expected] = readFileSync(`${RESOURCES}/versions/expected.csv`, "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => line.split(","));

const keys = async () => (await verifyReceipt(readReceipt(bytes("receipts/good.zip")), [])).keys;

async function outcome(name) {
  try {
    const { isGood, findings } = await verifyVersion(bytes(`versions/${name}.zip`), await keys());
    return [isGood ? "good" : "not good", findings.map(({ code, file }) => `${code} ${file}`).join("; ")];
  } catch (cause) {
    if (cause instanceof Malformed) {
      return ["unreadable", ""];
    }
    throw cause;
  }
}

describe("what the program in Java says of", () => {
  test.each(expected)("%s is said here, too", async (name, ...rest) => {
    expect(await outcome(name)).toEqual(rest);
  });
});

test("without keys from elsewhere those of the receipts are to be compared, and are named once", async () => {
  const { isGood, remarks } = await verifyVersion(bytes("versions/good.zip"), []);

  expect(isGood).toBe(true);
  expect(remarks.map(({ code }) => code)).toEqual(["OWN_KEY"]);
});

test("the evidence of a version is told from a receipt", () => {
  expect(isVersionPack(bytes("versions/good.zip"))).toBe(true);
  expect(isVersionPack(bytes("receipts/good.zip"))).toBe(false);
});
