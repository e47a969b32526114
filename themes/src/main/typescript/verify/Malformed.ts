/** What is wrong with a file that is to be read, as the page around has words for it. */
export type Malady =
  | "ZIP_CUT"
  | "ZIP_TOO_LARGE"
  | "ZIP_NAME"
  | "ZIP_TWICE"
  | "ZIP_PACKED_ANEW"
  | "ZIP_CHANGED"
  | "ZIP_UNEXPECTED"
  | "ZIP_MISSING"
  | "ZIP_ORDER";

/** What was read is not in the format it should be in. */
export class Malformed extends Error {
  /** Undefined where there is nothing but the message, which is English. */
  readonly malady: Malady | undefined;
  /** The name of the file it is about. */
  readonly file: string;

  constructor(message: string, malady?: Malady, file = "") {
    super(message);
    this.malady = malady;
    this.file = file;
  }
}

export function require(condition: boolean, message: string, malady?: Malady, file?: string): asserts condition {
  if (!condition) {
    throw new Malformed(message, malady, file);
  }
}
