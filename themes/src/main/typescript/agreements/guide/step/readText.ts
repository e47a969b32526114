/** Bytes the server has room for. */
const MOST_BYTES = 1024 * 1024;

/** Why a file is no text. */
export type NoText = "fileTooLarge" | "fileUnreadable";

/** The words in a file, or why there are none. */
export async function readText(file: File): Promise<{ words: string } | { refusal: NoText }> {
  if (file.size > MOST_BYTES) {
    return { refusal: "fileTooLarge" };
  }
  const words = await decoded(file);
  return words === undefined || words.includes("\uFFFD") || words.trim() === ""
    ? { refusal: "fileUnreadable" }
    : { words: words.replaceAll("\r\n", "\n") };
}

/** Undefined if the browser cannot read it. */
function decoded(file: File): Promise<string | undefined> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(typeof reader.result === "string" ? reader.result : undefined));
    reader.addEventListener("error", () => resolve(undefined));
    reader.readAsText(file);
  });
}
