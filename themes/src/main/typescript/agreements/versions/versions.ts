import type { Agreement, Version } from "../../api";

/** The newest first. */
export function newestFirst(versions: Version[]): Version[] {
  return [...versions].sort((a, b) => b.number - a.number);
}

/** The version there is most to say about: that in force, or else the newest; undefined if there is none. */
export function leadingVersion({ versions, inForce }: Agreement): Version | undefined {
  return versions.find(({ number }) => number === inForce) ?? newestFirst(versions)[0];
}

/** Whether users may have seen it: then it is never changed again. */
export function isPublished({ publishedAt }: Version): boolean {
  return publishedAt !== undefined;
}

/** Whether users can read it, and are to. */
export function isReadable({ state }: Version): boolean {
  return state === "ANNOUNCED" || state === "IN_FORCE";
}

/** Whether it can be pulled back. */
export function isRetractable(version: Version): boolean {
  return isPublished(version) && version.retractedAt === undefined;
}

/** The locales of a version's texts, the binding one first. */
export function localesOf({ texts }: Version, bindingLocale: string): string[] {
  const others = texts.map(({ locale }) => locale).filter((locale) => locale !== bindingLocale);
  return texts.some(({ locale }) => locale === bindingLocale) ? [bindingLocale, ...others.sort()] : others.sort();
}
