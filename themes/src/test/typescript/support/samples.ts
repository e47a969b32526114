import type { Access, Agreement, Outline, Text, Version } from "../../../main/typescript/api";

/** A moment: 2026-11-22 08:00 UTC. */
export const NOW = Date.UTC(2026, 10, 22, 8);

export const text = (changes: Partial<Text> = {}): Text => ({
  locale: "en",
  title: "Terms of use",
  summary: "Shorter words.",
  digest: "d1",
  edits: 3,
  ...changes,
});

export const outline = (changes: Partial<Outline> = {}): Outline => ({
  articles: [{ number: "1", heading: "1. One", line: 1 }],
  attentionClauses: [],
  remarks: [],
  ...changes,
});

export const version = (changes: Partial<Version> = {}): Version => ({
  number: 1,
  label: "2026-11",
  material: true,
  acceptance: "EXPLICIT",
  readToEnd: false,
  state: "IN_FORCE",
  publishedAt: NOW,
  effectiveAt: NOW,
  enforcedAt: NOW,
  edits: 1,
  texts: [text(), text({ locale: "zh-Hans", title: "使用条款" })],
  ...changes,
});

export const draft = (changes: Partial<Version> = {}): Version => {
  const {
    publishedAt: _p,
    effectiveAt: _e,
    enforcedAt: _f,
    ...rest
  } = version({ number: 2, state: "DRAFT", edits: 5 });
  return { ...rest, ...changes };
};

export const agreement = (changes: Partial<Agreement> = {}): Agreement => ({
  id: "a1",
  key: "terms",
  requirement: "REQUIRED",
  bindingLocale: "zh-Hans",
  position: 0,
  audience: { type: "EVERYBODY", names: [] },
  edits: 2,
  titles: { en: "Terms of use", "zh-Hans": "使用条款" },
  inForce: 1,
  versions: [draft(), version()],
  ...changes,
});

export const everything: Access = {
  viewRealm: true,
  manageRealm: true,
  queryUsers: true,
  viewUsers: true,
  manageUsers: true,
  viewEvents: true,
  timeZone: "Asia/Shanghai",
};

/** Some administrator's, who may do none of what the others may. */
export const nothing: Access = {
  viewRealm: false,
  manageRealm: false,
  queryUsers: false,
  viewUsers: false,
  manageUsers: false,
  viewEvents: false,
  timeZone: "Asia/Shanghai",
};
