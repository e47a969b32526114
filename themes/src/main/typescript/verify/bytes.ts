import { Malformed, require } from "./Malformed";

export type Bytes = Uint8Array<ArrayBuffer>;

export const encode = (text: string): Bytes => new TextEncoder().encode(text);

/** Text in UTF-8; what is none, or too long, is refused. */
export function decode(bytes: Uint8Array, longest: number, what: string): string {
  require(bytes.length <= longest, `${what} has more than ${longest} bytes`);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Malformed(`${what} is not UTF-8`);
  }
}

export function concat(...parts: Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let place = 0;
  for (const part of parts) {
    all.set(part, place);
    place += part.length;
  }
  return all;
}

export const equal = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, place) => byte === other[place]);

export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Whether there is a control character other than these. */
export const hasControls = (text: string, allowed = ""): boolean =>
  [...text].some((character) => (character < " " || character === "\u007f") && !allowed.includes(character));

/** Standard Base64, padded, with nothing in unused bits. */
export function base64(text: string, what: string): Bytes {
  require(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text), `${what} is not Base64`);
  const binary = atob(text);
  require(btoa(binary) === text, `${what} is not Base64 as RFC 4648 writes it`);
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** A number from 0 on, without leading zeroes, up to 2^63 - 1. */
export function decimal(text: string, what: string): bigint {
  require(/^(?:0|[1-9][0-9]{0,18})$/.test(text), `${what} is not a number in plain decimal`);
  const number = BigInt(text);
  require(number < 1n << 63n, `${what} is too large`);
  return number;
}

export async function sha256(content: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", content));
}
