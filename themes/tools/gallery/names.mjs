// What the names of pictures say, such as "reading/zh-Hans-plain-PHONE-DARK.png".

const LANGUAGES = new Set(["ar", "de", "en", "es", "fa", "fr", "he", "ja", "ko", "pt", "ru", "zh"]);
const SIZES = new Set(["desktop", "phone"]);
const SCHEMES = new Set(["dark", "light"]);
const CHINESE = new Map([
  ["cn", "zh-Hans"],
  ["hans", "zh-Hans"],
  ["tw", "zh-Hant"],
  ["hk", "zh-Hant"],
  ["hant", "zh-Hant"],
]);

/** The folder, the page, and the language, size and scheme, which are empty where the name does not say. */
export function partsOf(path) {
  const cut = path.lastIndexOf("/");
  const words = path
    .slice(cut + 1)
    .replace(/\.png$/i, "")
    .split(/[-_]/);
  const language = takeLanguage(words);
  const size = take(words, (word) => SIZES.has(word));
  const scheme = take(words, (word) => SCHEMES.has(word));
  return { path, folder: path.slice(0, Math.max(cut, 0)), page: words.join("-"), language, size, scheme };
}

/** The last one: the page is named first, by and large. */
function take(words, isOne) {
  const at = words.findLastIndex((word) => isOne(word.toLowerCase()));
  return at < 0 ? "" : words.splice(at, 1)[0].toLowerCase();
}

function takeLanguage(words) {
  const at = words.findLastIndex((word) => LANGUAGES.has(word.toLowerCase()));
  if (at < 0) {
    return "";
  }
  const language = words[at].toLowerCase();
  if (language !== "zh") {
    words.splice(at, 1);
    return language;
  }
  const written = CHINESE.get(words[at + 1]?.toLowerCase());
  words.splice(at, written ? 2 : 1);
  return written ?? "zh-Hans";
}
