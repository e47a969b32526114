import type { MyRecord } from "../api";
import type { AgreementWords } from "./words";

/** What a record says, in a few words. */
export function summaryOf(record: MyRecord, titles: ReadonlyMap<string, string>, words: AgreementWords): string {
  const { type, decision, agreementKey, version, clientId, details = {} } = record;
  if (type === "ACCEPTANCE" && decision && agreementKey !== undefined && version !== undefined) {
    return words[`record${decision}`](titles.get(agreementKey) ?? agreementKey, String(version));
  }
  if (type === "GRANT" && clientId !== undefined) {
    return details.action === "revoked" ? words.recordGrantRevoked(clientId) : words.recordGrantGiven(clientId);
  }
  if (type === "DELETION") {
    return stage(details.stage, words);
  }
  if (type === "EXPORT" && details.by === "administrator") {
    return words.recordExportedByAdministrator;
  }
  if (type === "HOLD") {
    return details.stage === "placed" ? words.recordHoldPlaced : words.recordHoldOver;
  }
  if (type === "SETTINGS" && agreementKey !== undefined) {
    return renewal(details.action, titles.get(agreementKey) ?? agreementKey, words) ?? words.recordSETTINGS;
  }
  return type ? (words[`record${type}`] ?? type) : words.recordUnreadable;
}

/** That an administrator asked for a decision anew; undefined if it is something else. */
function renewal(action: unknown, title: string, words: AgreementWords): string | undefined {
  switch (action) {
    case "renewal-requested":
      return words.recordAskedAgain(title);
    case "renewal-taken-back":
      return words.recordNotAskedAgain(title);
    default:
      return undefined;
  }
}

function stage(value: unknown, words: AgreementWords): string {
  switch (value) {
    case "requested":
      return words.recordDeletionRequested;
    case "cancelled":
      return words.recordDeletionCancelled;
    case "held":
      return words.recordDeletionHeld;
    case "released":
      return words.recordDeletionReleased;
    case "replaced":
      return words.recordAccountReplaced;
    default:
      return words.recordDELETION;
  }
}

/** How many clauses were pointed out to the user, and how many of them came into view. */
export function attentionOf({ attention = [] }: MyRecord, words: AgreementWords): string | undefined {
  if (attention.length === 0) {
    return undefined;
  }
  const all = String(attention.length);
  return attention.some(({ inView }) => inView === undefined)
    ? words.pointedOut(all)
    : words.pointedOutAndSeen(all, String(attention.filter(({ inView }) => inView).length));
}
