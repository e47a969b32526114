import type { SentWords } from "../../../main/typescript/common/language/messages";

export function sentTo(reader: string): SentWords;
