const HAN = /^\p{Script=Han}+$/u;

/** The name of a person in one: in Chinese characters the family name comes first, and nothing stands between. */
export function fullName(first = "", last = ""): string {
  return HAN.test(first) && HAN.test(last) ? last + first : [first, last].filter(Boolean).join(" ");
}
