import type { Text, Version } from "../../api";

/** Stands for a text of which there is only the title yet: the server keeps no text without words. */
export const UNWRITTEN = "…";

/** The SHA-256 of that, which the server tells of a text without its content. */
export const UNWRITTEN_DIGEST = "b4935894c8ce16bde67bbffc672428b1533c4f1e1e8b1ce21a2933183db6bfa5";

/** Whether nobody has written more of a text than its title. */
export function isUnwritten(content: string | undefined): boolean {
  return content === undefined || content.trim() === "" || content.trim() === UNWRITTEN;
}

/** The texts of a version that somebody has written. */
export function writtenIn({ texts }: Version): Text[] {
  return texts.filter(({ digest }) => digest !== UNWRITTEN_DIGEST);
}

/** Whether there is nothing left to write, so that a version can be published. */
export function isWritten(version: Version): boolean {
  return version.texts.length > 0 && writtenIn(version).length === version.texts.length;
}

/** The text with its title alone. */
export function titleAlone(title: string): Pick<Text, "title"> & { content: string } {
  return { title: title.trim(), content: UNWRITTEN };
}
