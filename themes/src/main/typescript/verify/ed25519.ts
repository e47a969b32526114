import { verifyAsync } from "@noble/ed25519";
import type { Bytes } from "./bytes";

/** By the browser where it can, and by a library where it cannot. */
export async function isSignedBy(publicKey: Bytes, message: Bytes, signature: Bytes): Promise<boolean> {
  let key: CryptoKey;
  try {
    key = await crypto.subtle.importKey("raw", publicKey, "Ed25519", false, ["verify"]);
  } catch {
    return isSignedByWithoutBrowser(publicKey, message, signature);
  }
  return crypto.subtle.verify("Ed25519", key, signature, message);
}

export async function isSignedByWithoutBrowser(publicKey: Bytes, message: Bytes, signature: Bytes): Promise<boolean> {
  try {
    return await verifyAsync(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}
