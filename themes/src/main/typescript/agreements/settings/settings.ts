import type { Agreement, AgreementSettings, Audience, Requirement } from "../../api";

/** Settings while they are typed in. */
export interface SettingsDraft {
  key: string;
  requirement: Requirement;
  bindingLocale: string;
  position: string;
  audienceType: Audience["type"];
  audienceNames: string;
  reacceptAfterDays: string;
}

const KEY = /^[a-z][a-z0-9-]*$/;
const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** What a new agreement begins with. */
export function newSettings(bindingLocale: string): SettingsDraft {
  return {
    key: "",
    requirement: "REQUIRED",
    bindingLocale,
    position: "0",
    audienceType: "EVERYBODY",
    audienceNames: "",
    reacceptAfterDays: "",
  };
}

/** The settings of an agreement, to be changed. */
export function draftOf(agreement: Agreement): SettingsDraft {
  return {
    key: agreement.key,
    requirement: agreement.requirement,
    bindingLocale: agreement.bindingLocale,
    position: String(agreement.position ?? 0),
    audienceType: agreement.audience?.type ?? "EVERYBODY",
    audienceNames: (agreement.audience?.names ?? []).join("\n"),
    reacceptAfterDays: agreement.reacceptAfterDays === undefined ? "" : String(agreement.reacceptAfterDays),
  };
}

/** The fields that cannot be right as they are. */
export function mistakesIn(draft: SettingsDraft): Set<keyof SettingsDraft> {
  const mistakes = new Set<keyof SettingsDraft>();
  const check = (field: keyof SettingsDraft, isRight: boolean) => isRight || mistakes.add(field);
  check("key", isKey(draft.key));
  check("bindingLocale", isLanguageTag(draft.bindingLocale));
  check("position", /^\d{1,6}$/.test(draft.position.trim()));
  check("audienceNames", draft.audienceType === "EVERYBODY" || namesIn(draft).length > 0);
  check("reacceptAfterDays", /^$|^[1-9]\d{0,4}$/.test(draft.reacceptAfterDays.trim()));
  return mistakes;
}

/** What is sent to the server. */
export function settingsIn(draft: SettingsDraft): AgreementSettings {
  return {
    key: draft.key,
    requirement: draft.requirement,
    bindingLocale: draft.bindingLocale,
    position: Number(draft.position),
    audience: { type: draft.audienceType, names: draft.audienceType === "EVERYBODY" ? [] : namesIn(draft) },
    ...(draft.reacceptAfterDays.trim() && { reacceptAfterDays: Number(draft.reacceptAfterDays) }),
  };
}

/** Whether something can be the key of an agreement. */
export function isKey(key: string): boolean {
  return KEY.test(key);
}

/** Whether something has the shape of a language's tag, such as zh-Hans. */
export function isLanguageTag(tag: string): boolean {
  return LANGUAGE.test(tag);
}

function namesIn({ audienceNames }: SettingsDraft): string[] {
  return audienceNames
    .split("\n")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
