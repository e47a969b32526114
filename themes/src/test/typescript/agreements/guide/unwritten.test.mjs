// @vitest-environment node
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { UNWRITTEN, UNWRITTEN_DIGEST } from "../../../../main/typescript/agreements/guide/unwritten";

test("what stands for a text that is not written is known by its digest", () => {
  expect(createHash("sha256").update(UNWRITTEN, "utf8").digest("hex")).toBe(UNWRITTEN_DIGEST);
});
