import { isolated, type WordsOf } from "../../../common";
import type { guideWords } from "../words";
import { blankIn, isTemplate } from "./templates";

/**
 * What of a template is still in a text, in words; undefined if nothing is.
 *
 * @param language its name
 */
export function remainsIn(content: string, language: string, words: WordsOf<typeof guideWords>): string | undefined {
  if (isTemplate(content)) {
    return words.missingReview(language);
  }
  const blank = blankIn(content);
  return blank === undefined ? undefined : words.missingBlank(language, isolated(blank));
}
