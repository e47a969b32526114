import { type Bytes, decode } from "./bytes";
import { require } from "./Malformed";

export type Json = string | number | boolean | Json[] | JsonObject;
export interface JsonObject {
  [name: string]: Json;
}

const DEEPEST = 64;
const LONE_SURROGATE = /[\ud800-\udfff]/u;

/** A JSON object in the form of RFC 8785; every other way to write it down is refused. */
export function readCanonical(bytes: Bytes, longest: number, what: string): JsonObject {
  const text = decode(bytes, longest, what);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  require(isObject(value), `${what} is no JSON object`);
  require(canonical(value, what, 0) === text, `${what} is not written as RFC 8785 has it`);
  return value;
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const names = (value: JsonObject): string[] => Object.keys(value).sort();

/** Strings, booleans, integers below 2^53, and lists and objects of these. */
function canonical(value: unknown, what: string, depth: number): string {
  require(depth <= DEEPEST, `${what} is deeper than ${DEEPEST}`);
  if (typeof value === "string") {
    require(!LONE_SURROGATE.test(value), `${what} has half a character`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map((element) => canonical(element, what, depth + 1)).join(",")}]`;
  }
  if (isObject(value)) {
    const fields = names(value).map((name) => `${canonical(name, what, 0)}:${canonical(value[name], what, depth + 1)}`);
    return `{${fields.join(",")}}`;
  }
  require(typeof value === "boolean" ||
    (typeof value === "number" &&
      Number.isSafeInteger(value)), `${what} has a number that is no integer below 2^53, or null`);
  return String(value);
}
