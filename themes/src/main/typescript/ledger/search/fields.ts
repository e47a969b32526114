import type { Decision, Method, RecordFilter, RecordType } from "../../api";
import { startOfDay } from "../../common";

export const TYPES: readonly RecordType[] = [
  "ACCEPTANCE",
  "GRANT",
  "DELETION",
  "RESTRICTION",
  "DISCLOSURE",
  "EXPORT",
  "ERASURE",
  "PUBLICATION",
  "SETTINGS",
  "REPORT",
  "REBUILD",
  "HOLD",
];
export const DECISIONS: readonly Decision[] = ["ACCEPTED", "ACKNOWLEDGED", "DECLINED", "WITHDRAWN"];
export const METHODS: readonly Method[] = [
  "REGISTRATION",
  "LOGIN",
  "BROKER",
  "APPLICATION",
  "ACCOUNT",
  "ADMIN",
  "IMPORT",
];

export const EMPTY = {
  user: "",
  type: "",
  decision: "",
  method: "",
  client: "",
  agreement: "",
  from: "",
  to: "",
};

/** Which records are wanted, as it is typed and as it stands in the address; days such as 2026-11-22. */
export type Fields = typeof EMPTY;

const NAMES = Object.keys(EMPTY) as (keyof Fields)[];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the query of an address says; what it cannot mean counts as not said. */
export function fieldsIn(query: string): Fields {
  const said = new URLSearchParams(query);
  const fields = { ...EMPTY };
  for (const name of NAMES) {
    fields[name] = said.get(name)?.trim() ?? "";
  }
  return {
    ...fields,
    type: oneOf(TYPES, fields.type),
    decision: oneOf(DECISIONS, fields.decision),
    method: oneOf(METHODS, fields.method),
    from: DAY.test(fields.from) ? fields.from : "",
    to: DAY.test(fields.to) ? fields.to : "",
  };
}

/** The query of an address that says it: empty, or with its question mark. */
export function queryOf(fields: Fields): string {
  const said = NAMES.map((name) => [name, fields[name].trim()]).filter(([, value]) => value !== "");
  return said.length === 0 ? "" : `?${new URLSearchParams(said)}`;
}

/**
 * What to ask the server for.
 *
 * @param timeZone in which days begin
 * @param mayLookUp whether users are found by a part of a name
 */
export function filterOf(fields: Fields, timeZone: string, mayLookUp: boolean): RecordFilter {
  const { user, type, decision, method, client, agreement, from, to } = fields;
  const given = {
    [mayLookUp ? "search" : "user"]: user || undefined,
    type: type || undefined,
    decision: decision || undefined,
    method: method || undefined,
    client: client || undefined,
    agreement: agreement || undefined,
    from: startOfDay(from, timeZone),
    to: startOfDay(to, timeZone, 1),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** Whether the first day is after the last. */
export function areDaysSwapped({ from, to }: Fields): boolean {
  return from !== "" && to !== "" && from > to;
}

function oneOf(known: readonly string[], word: string): string {
  return known.includes(word) ? word : "";
}
