/** What was read is not in the format it should be in. */
export class Malformed extends Error {}

export function require(condition: boolean, message: string): asserts condition {
  if (!condition) {
    throw new Malformed(message);
  }
}
