/** What the server has room for. */
const LONGEST = 64;

/** What titles in other scripts than the Latin one speak of, and how it is called in an address. */
const SUBJECTS: readonly [RegExp, string][] = [
  [/隐私|隱私|个人信息|個人資料|個人資訊/u, "privacy"],
  [/cookie/iu, "cookies"],
  [/儿童|兒童|未成年/u, "children"],
  [/社区|社區|守则|守則|规范|規範/u, "rules"],
  [/营销|行銷|推广|推廣|广告|廣告/u, "marketing"],
  [/条款|條款|协议|協議|合同|契约|契約|服务|服務/u, "terms"],
];

/** The key an agreement gets that has only letters nobody can turn into Latin ones. */
const UNNAMED = "agreement";

/**
 * A key made of a title, such as terms-of-service; one of another script gets the word for what it is about.
 *
 * @param taken keys that other agreements have; a number behind it makes it another one
 */
export function keyFor(title: string, taken: readonly string[]): string {
  return free(wordsOf(title).join("-"), taken);
}

function wordsOf(title: string): string[] {
  const latin = latinWords(title);
  const isOtherScript = /[^\p{Script=Latin}\P{L}]/u.test(title);
  const subject = SUBJECTS.find(([speaksOf]) => speaksOf.test(title))?.[1];
  const others = latin.filter((word) => word !== subject && `${word}s` !== subject);
  const words = isOtherScript ? [...others, subject ?? UNNAMED] : latin;
  const [first] = words;
  return first === undefined ? [] : /^[a-z]/.test(first) ? words : [UNNAMED, ...words];
}

function latinWords(title: string): string[] {
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").replace(/['’]/gu, "").toLowerCase();
  return plain.match(/[a-z0-9]+/g) ?? [];
}

function free(key: string, taken: readonly string[]): string {
  if (key === "") {
    return "";
  }
  const numbered = (number: number) => (number === 1 ? cut(key, "") : cut(key, `-${number}`));
  let number = 1;
  while (taken.includes(numbered(number))) {
    number += 1;
  }
  return numbered(number);
}

/** A key with its end, as long as there is room for, and with no hyphen where it was cut. */
function cut(key: string, end: string): string {
  return key.slice(0, LONGEST - end.length).replace(/-+$/, "") + end;
}
