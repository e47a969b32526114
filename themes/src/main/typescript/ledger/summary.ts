import type { LedgerRecord } from "../api";
import { dateTimeToTheSecond, isolated, languageName, messagesFor, type WordsOf } from "../common";
import { detailNames, detailValues, ledgerWords } from "./words";

type Words = WordsOf<typeof ledgerWords>;

/** What a record says, in a few words. */
export function summaryOf(record: LedgerRecord, words: Words): string {
  return summaryOfDecision(record, words) ?? summaryByType(record, words) ?? typeOf(record, words);
}

/** Key of the agreement that a record concerns: a hold has it among its details, as it is about many records. */
export function agreementOf({ agreementKey, type, details }: LedgerRecord): string | undefined {
  const held = type === "HOLD" ? details?.agreement : undefined;
  return agreementKey ?? (typeof held === "string" ? held : undefined);
}

/** What a record is about; where somebody has stored a word that is none, that. */
export function typeOf({ type, details }: LedgerRecord, words: Words): string {
  if (type) {
    return words[`type${type}`] ?? type;
  }
  const stored = details?.unreadableType;
  return words.typeUnreadable(typeof stored === "string" ? isolated(stored) : "");
}

function summaryOfDecision({ decision, version }: LedgerRecord, words: Words): string | undefined {
  return decision && version !== undefined ? words[`decided${decision}`](String(version)) : undefined;
}

function summaryByType({ type, version, details = {} }: LedgerRecord, words: Words): string | undefined {
  switch (type) {
    case "GRANT":
      return chosen(details.action, { given: words.consentGiven, revoked: words.consentRevoked });
    case "DELETION":
      return chosen(details.stage, {
        requested: words.deletionRequested,
        cancelled: words.deletionCancelled,
        held: words.deletionHeld,
        released: words.deletionReleased,
        executed:
          chosen(details.scope, { realm: words.realmDeleted, userStore: words.userStoreDeleted }) ??
          words.accountDeleted,
        missing: words.accountMissing,
        replaced: chosen(details.scope, { realm: words.realmReplaced }) ?? words.accountReplaced,
      });
    case "PUBLICATION":
      return version === undefined
        ? undefined
        : chosen(details.action, {
            published: words.versionPublished(String(version)),
            retracted: words.versionRetracted(String(version)),
            cancelled: words.publicationCancelled(String(version)),
            mailed: words.versionMailed(String(version)),
          });
    case "ERASURE":
      return chosen(details.reason, { deletion: words.erasedWithAccount, retention: words.connectionsExpired });
    case "HOLD":
      return chosen(details.stage, { placed: words.holdPlaced, lifted: words.holdLifted, ended: words.holdEnded });
    case "RESTRICTION":
      return chosen(details.stage, {
        imposed: chosen(details.kind, {
          NOTICE: words.noticeGiven,
          SUSPENSION: words.accountSuspended,
          TERMINATION: words.accountClosed,
        }),
        changed: words.restrictionChanged,
        lifted: words.restrictionLifted,
        corrected: words.noticeCorrected,
        missed: words.noticeMissed,
        appealed: words.appealed,
        answered: chosen(details.outcome, { UPHELD: words.appealUpheld, REJECTED: words.appealRejected }),
      });
    case "SETTINGS":
      return chosen(details.action, {
        "renewal-requested": words.askedAgain,
        "renewal-taken-back": words.notAskedAgain,
      });
    case "REPORT":
      return chosen(details.reason, { notMe: words.reportedNotMe });
    default:
      return undefined;
  }
}

/** What a value stands for; undefined if it is none of the known ones. */
function chosen(value: unknown, meanings: Record<string, string | undefined>): string | undefined {
  return typeof value === "string" && Object.hasOwn(meanings, value) ? meanings[value] : undefined;
}

/** One further thing a record says. */
export interface Detail {
  name: string;
  value: string;
  /** Of a text, in hexadecimal. */
  isDigest?: boolean;
}

const DIGEST = /^digest\.(.+)$/;
const ARTICLES = /^articles\.(.+)$/;

/** The details a record has besides its summary; names and values there are no words for stay as they are. */
export function detailsOf(record: LedgerRecord, locale: string, timeZone: string): Detail[] {
  const names = messagesFor(detailNames, locale);
  const values = messagesFor(detailValues, locale);
  return Object.entries(record.details ?? {})
    .filter(([name]) => !isSummed(record, name))
    .map(([name, value]) => {
      const articlesIn = ARTICLES.exec(name)?.[1];
      if (articlesIn !== undefined) {
        return {
          name: messagesFor(ledgerWords, locale).articlesIn(languageName(articlesIn, locale)),
          value: String(value),
        };
      }
      const language = DIGEST.exec(name)?.[1];
      return language === undefined
        ? {
            name: chosen(entry(name), names) ?? name,
            value: (Array.isArray(value) ? value : [value])
              .map(
                (one: unknown) => chosen(entry(`${name}.${String(one)}`), values) ?? plain(name, one, locale, timeZone),
              )
              .join(", "),
          }
        : {
            name: messagesFor(ledgerWords, locale).textDigestIn(languageName(language, locale)),
            value: String(value),
            isDigest: true,
          };
    });
}

/** What a name is called among the words, whose keys have dots of their own. */
const entry = (name: string) => name.replaceAll(".", "-");

/** Whether the summary says it already. */
function isSummed({ type }: LedgerRecord, name: string): boolean {
  switch (type) {
    case "GRANT":
    case "PUBLICATION":
    case "SETTINGS":
      return name === "action";
    case "HOLD":
    case "RESTRICTION":
      return name === "stage";
    case "DELETION":
      return name === "stage" || name === "scope";
    case "ERASURE":
    case "REPORT":
      return name === "reason";
    default:
      return false;
  }
}

function plain(name: string, value: unknown, locale: string, timeZone: string): string {
  if ((name.endsWith("At") || name === "before" || /^(barredU|u)ntil$/.test(name)) && typeof value === "number") {
    return dateTimeToTheSecond(value, locale, timeZone);
  }
  if (name.startsWith("audience.") && typeof value === "string") {
    const [, ...names] = value.split("\n");
    return names.join(", ");
  }
  return typeof value === "string" ? isolated(value) : JSON.stringify(value);
}

/** Whether the user is gone with what the record tells. */
export function isLastOfUser({ type, details }: LedgerRecord): boolean {
  return type === "DELETION" && (details?.stage === "executed" || details?.stage === "missing");
}
