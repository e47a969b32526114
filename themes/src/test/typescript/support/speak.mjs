import { nearestLocale, nameOf, scriptOf, tagOf } from "../../../main/typescript/common/language/languages";
import { speak } from "../../../main/typescript/common/language/messages";
import { languages, wordsOf } from "../../../../tools/properties.mjs";

const READERS =
  "en en-GB de ja ko fr ar zh zh-CN zh_CN zh-Hans zh_Hans ZH-cn zh-SG zh-Hans-TW zh-TW zh_TW zh-HK zh-MO zh-Hant zh_Hant yue";

const files = new Map(languages().map((language) => [language, Object.fromEntries(wordsOf(language))]));
const english = files.get("en");

/** What the server sends a reader where nobody has changed a word. */
export function sentTo(reader) {
  const suits = [...files.keys()].filter((tag) => nameOf(tag) === nameOf(reader) && scriptOf(tag) === scriptOf(reader));
  const language = nearestLocale(suits, reader);
  return language === undefined
    ? { language: "en", words: english, english: {} }
    : { language: tagOf(reader), words: files.get(language), english };
}

READERS.split(" ").forEach((reader) => speak(reader, sentTo(reader)));
