import type { Decision, Method, RecordType, Requirement } from "../../api";

/** What the REST interface for users below /realms/{realm}/agreements takes and gives. Times are milliseconds since 1970, UTC. */

/** What the user may do, and by which rules of the realm. */
export interface MyAccess {
  decide: boolean;
  export: boolean;
  report: boolean;
  delete: boolean;
  /** Whether the account waits for its deletion. */
  deletionRequested: boolean;
  /** Whether a deletion takes sign-ins out of the event store of the server too. */
  eventsErased: boolean;
  /** What becomes of the name in the user's records with a deletion; kept for a while where it is not erased. */
  recordsAhead: "ERASED" | "HELD" | "LAWFUL";
  coolingOffDays: number;
  /** IANA name. */
  timeZone: string;
}

/** Where the user stands with an agreement. */
export interface MyAgreement {
  key: string;
  requirement: Requirement;
  title: string;
  locale: string;
  /** The latest; left out if there is none, as all that belongs to it. */
  decision?: Decision;
  version?: number;
  decidedLocale?: string;
  decidedAt?: number;
  recordId?: string;
  inForce?: number;
  /** Number of the version that may be accepted, or taken note of, now. */
  open?: number;
  owed: boolean;
  /** Address of the version decided on, for good. */
  url: string;
  /** Address of what has changed since. */
  changesUrl?: string;
}

/** What the user decides, on the text that was shown. */
export interface MyDecision {
  decision: Exclude<Decision, "ACKNOWLEDGED">;
  version?: number;
  locale?: string;
  digest?: string;
  /** The clauses the user's attention was drawn to: all that the author marked. */
  attention?: { digest: string; inView?: boolean }[];
  /** The words of the dialog it was said in: for which reader, and the name the server gave them. */
  words?: { locale: string; digest: string };
}

export interface MyRecord {
  id: string;
  /** Left out where a word is stored that is none. */
  type?: RecordType | "REPORT";
  agreementKey?: string;
  version?: number;
  locale?: string;
  textDigest?: string;
  decision?: Decision;
  method?: Method;
  clientId?: string;
  occurredAt: number;
  /** The clauses the user's attention was drawn to. */
  attention?: { digest: string; inView?: boolean }[];
  /** Of data given to others: the user has been told otherwise since. */
  corrected?: boolean;
  details?: Record<string, unknown>;
}

/** A client that the user lets see some data. */
export interface Grant {
  clientId: string;
  clientName?: string;
  /** Words for people, or names. */
  scopes: string[];
  givenAt: number;
  changedAt: number;
}

/** What became of the report that something was not the user's own doing. */
export interface Reported {
  sessionsEnded: number;
  passwordAsked: boolean;
}

export interface MyDeletion {
  requestedAt: number;
  dueAt: number;
  held: boolean;
}

/** A file to save. */
export interface Download {
  name: string;
  content: Blob;
  /** Whether there will be a better one soon. */
  isPreliminary: boolean;
}

/** A published version, as everybody can read it. */
export interface PublishedVersion {
  key: string;
  bindingLocale: string;
  version: { number: number; label?: string; texts: PublishedText[] };
}

export interface PublishedText {
  locale: string;
  title: string;
  digest: string;
  /** Made safe by the server. */
  html: string;
  /** The clauses its author draws attention to, in order; left out if there are none. */
  attention?: AttentionClause[];
  /** In order; left out if there are none. */
  articles?: ArticleLink[];
}

export interface ArticleLink {
  heading: string;
  /** Id of the heading in the HTML. */
  anchor: string;
}

export interface AttentionClause {
  /** Number or heading of its article; empty before the first. */
  article: string;
  digest: string;
  /** Its id in the HTML. */
  anchor: string;
}
