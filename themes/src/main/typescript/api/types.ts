/** What the admin REST API below /admin/realms/{realm}/agreements takes and gives. Times are milliseconds since 1970, UTC. */

export type Requirement = "REQUIRED" | "OPTIONAL" | "ACKNOWLEDGEMENT";
export type Acceptance = "EXPLICIT" | "CONTINUED_USE";
export type VersionState = "DRAFT" | "SCHEDULED" | "ANNOUNCED" | "IN_FORCE" | "SUPERSEDED" | "RETRACTED";
export type Decision = "ACCEPTED" | "ACKNOWLEDGED" | "DECLINED" | "WITHDRAWN";
export type UserStatus = Decision | "PENDING";
export type RecordType =
  | "ACCEPTANCE"
  | "GRANT"
  | "DELETION"
  | "RESTRICTION"
  | "DISCLOSURE"
  | "EXPORT"
  | "ERASURE"
  | "PUBLICATION"
  | "SETTINGS"
  | "REPORT"
  | "REBUILD"
  | "HOLD";
export type Method = "REGISTRATION" | "LOGIN" | "BROKER" | "APPLICATION" | "ACCOUNT" | "ADMIN" | "IMPORT";

/** What whoever is signed in may do in this realm. */
export interface Access {
  viewRealm: boolean;
  manageRealm: boolean;
  queryUsers: boolean;
  viewUsers: boolean;
  manageUsers: boolean;
  viewEvents: boolean;
}

export interface Audience {
  type: "EVERYBODY" | "CLIENTS" | "ROLE";
  /** Client ids, or the name of one role. */
  names: string[];
  /** Those of them that no client or role has; only read. */
  missing?: string[];
}

export interface AgreementSettings {
  key: string;
  requirement: Requirement;
  bindingLocale: string;
  position?: number;
  audience?: Audience;
  reacceptAfterDays?: number;
}

export interface Agreement extends AgreementSettings {
  id: string;
  edits: number;
  /** By locale: of the version in force, or else of the newest. */
  titles: Record<string, string>;
  /** Number of the version in force. */
  inForce?: number;
  versions: Version[];
}

export interface VersionSettings {
  label?: string;
  material: boolean;
  acceptance: Acceptance;
  readToEnd: boolean;
  /** Why its languages may differ in their articles. */
  articlesDiffer?: string;
}

export interface NewVersion extends Partial<VersionSettings> {
  /** Number of the version whose texts the new one begins with. */
  copyTextsOf?: number;
}

export interface Version extends VersionSettings {
  number: number;
  state: VersionState;
  publishedAt?: number;
  effectiveAt?: number;
  enforcedAt?: number;
  retractedAt?: number;
  edits: number;
  texts: Text[];
}

export interface Text {
  locale: string;
  title: string;
  summary?: string;
  digest: string;
  edits: number;
  /** Markdown; only where one text is asked for. */
  content?: string;
}

export interface TextEdit {
  title: string;
  summary?: string;
  content: string;
  /** As read; left out for a text that is new. */
  edits?: number;
}

export interface Publication {
  edits: number;
  material?: boolean;
  articlesDiffer?: string;
  publishedAt?: number;
  effectiveAt?: number;
  enforcedAt?: number;
}

export interface Retraction {
  edits: number;
  retractedAt?: number;
}

/** How many users would be asked; not exact where the audience is not everybody. */
export interface Reach {
  users: number;
  exact: boolean;
}

export interface Changes {
  key: string;
  bindingLocale: string;
  locale: string;
  from: number;
  to: number;
  summaries: { version: number; summary?: string }[];
  /** Left out, as the articles are, where the two versions have no language in common. */
  preamble?: ChangedArticle;
  articles?: ChangedArticle[];
  /** What is different although the words are the same. */
  differences?: TextDifference[];
  /** How many there are besides, which are not listed. */
  moreDifferences?: number;
}

export type TextTrait =
  | "BLANKS"
  | "BLANKS_IN_WORDS"
  | "WIDTH"
  | "INVISIBLE"
  | "ATTENTION_ADDED"
  | "ATTENTION_REMOVED"
  | "EMPHASIS"
  | "STRUCTURE"
  | "NUMBERING"
  | "LINKS"
  | "PICTURES"
  | "MARKUP"
  | "OTHER";

export interface TextDifference {
  trait: TextTrait;
  /** Heading of the article it is in. */
  article?: string;
  before?: string;
  after?: string;
}

export type ArticleAspect = "HEADING_ADDED" | "HEADING_REMOVED" | "HEADING" | "NUMBER" | "ORDER" | "WORDS";

export interface ChangedArticle {
  /** Left out for the preamble, and for an article whose heading is gone. */
  heading?: string;
  formerHeading?: string;
  kind: "UNTOUCHED" | "CHANGED" | "ADDED" | "REMOVED";
  aspects: ArticleAspect[];
  paragraphs: Paragraph[];
}

export interface Paragraph {
  form: "TEXT" | "ITEM" | "HEADING" | "ROW";
  /** Number or bullet of an item. */
  marker: string;
  passages: Passage[];
  /** Of a row. */
  cells: { heads: boolean; passages: Passage[] }[];
  /** Whether it stands in what its author draws attention to. */
  attention: boolean;
}

export interface Passage {
  kind: "UNTOUCHED" | "ADDED" | "REMOVED";
  words: string;
}

export interface Preview {
  html: string;
  outline: Outline;
}

/** What was recognised in a text. */
export interface Outline {
  /** What the text calls itself. */
  title?: string;
  articles: Article[];
  attentionClauses: AttentionClause[];
  /** In the order of lines. */
  remarks: Remark[];
}

export interface Article {
  /** As it is written in the heading. */
  number?: string;
  heading: string;
  /** Of the text, from 1. */
  line: number;
}

/** A clause that readers are to take note of in particular. */
export interface AttentionClause {
  /** Number or heading of its article; empty before the first. */
  article: string;
  beginning: string;
  line: number;
}

export type Finding =
  | "PDF"
  | "RTF"
  | "PAGE"
  | "WORD_PROCESSOR"
  | "HTML"
  | "COMMENT"
  | "PROGRAM_NAME"
  | "CODE_INFO"
  | "FRONT_MATTER"
  | "UNSEEN_CHARACTER"
  | "PRIVATE_CHARACTER"
  | "OBJECT_CHARACTER"
  | "DIRECTION_OVERRIDE"
  | "DIRECTION_ALONE"
  | "DIRECTION_OPEN"
  | "DIRECTION_MARK"
  | "BREAK_MARK"
  | "LOST_CHARACTER"
  | "UNKNOWN_CHARACTER"
  | "LINK"
  | "HEADING_LINK"
  | "NO_WORDS"
  | "PICTURE"
  | "EMPTY_LINK"
  | "MARK";

/** What the author of a text is told about it. */
export interface Remark {
  finding: Finding;
  line: number;
  /** What stands there; left out if the kind of finding says all. */
  detail?: string;
  /** Whether the text cannot be kept with it. */
  refused: boolean;
}

/** What was recognised in each text of a version. */
export interface Outlines {
  /** By locale. */
  texts: Record<string, Outline>;
  /** In what the languages differ; left out if each has the same articles. */
  difference?: OutlineDifference;
}

export interface OutlineDifference {
  /** How many articles there are, or the number of one of them. */
  kind: "COUNT" | "NUMBER";
  /** Of the first article that has another number, from 1. */
  place?: number;
  /** By locale: the article at that place, or else all of them. */
  articles: Record<string, string>;
}

export interface Coverage {
  key: string;
  requirement: Requirement;
  /** Number of the newest version that is published and not retracted; left out if there is none. */
  version?: number;
  users: number;
  exact: boolean;
  accepted: number;
  acknowledged: number;
  declined: number;
  withdrawn: number;
  pending: number;
  counts: { version: number; decision: Decision; users: number }[];
}

export interface CoverageHistory {
  version?: number;
  /** Days, such as 2026-11-22, in the time zone of the realm. */
  days: { day: string; accepted: number; acknowledged: number; declined: number; withdrawn: number }[];
}

export type StatisticsMeasure =
  "REGISTRATIONS" | "ACCEPTANCES" | "ACKNOWLEDGEMENTS" | "DECLINES" | "WITHDRAWALS" | "DELETIONS";

export type StatisticsDimension = "TOTAL" | "VERSION" | "LOCALE" | "CLIENT" | "CITY" | "AGE_BAND";

export interface StatisticsFilter {
  measure: StatisticsMeasure;
  /** Key of one, for measures that are decisions. */
  agreement?: string | undefined;
  dimension: StatisticsDimension;
  /** Days such as 2026-11-22. */
  from?: string | undefined;
  to?: string | undefined;
}

export interface StatisticsCell {
  value?: string;
  /** What is left beside the values that are named. */
  other: boolean;
  users: number;
}

/** Days told together. */
export interface StatisticsPeriod {
  first: string;
  last: string;
  k: number;
  cells: StatisticsCell[];
}

export interface Statistics {
  measure: StatisticsMeasure;
  agreement?: string;
  dimension: StatisticsDimension;
  periods: StatisticsPeriod[];
  sums: StatisticsCell[];
}

export interface UserDecision {
  userId: string;
  username?: string;
  version?: number;
  decision?: Decision;
  locale?: string;
  decidedAt?: number;
}

export interface Standing {
  version: number;
  decision: Decision;
  locale?: string;
  decidedAt: number;
  method?: Method;
  recordId?: string;
  /** When an administrator asked for it again, and why; left out if none did. */
  renewalRequestedAt?: number;
  renewalReason?: string;
}

export interface UserAgreement {
  key: string;
  /** In the language of whoever is looking, if there is one; left out if there is no text yet. */
  title?: string;
  requirement: Requirement;
  standing?: Standing;
  /** Number of the version the user has to accept, or take note of. */
  owed?: number;
  /** Number of the version the user is shown but need not decide on yet. */
  offered?: number;
}

export interface UserAgreements {
  userId: string;
  username?: string;
  agreements: UserAgreement[];
  /** Left out if the user has not asked for the deletion of the account. */
  deletion?: DeletionRequest;
}

/** A user's wish to have the account deleted. */
export interface DeletionRequest {
  userId: string;
  /** Left out for a user whom an external store keeps. */
  username?: string;
  requestedAt: number;
  /** From when it is carried out. */
  dueAt: number;
  hold?: Hold;
}

/** Why an account is kept, since when, and on whose word. */
export interface Hold {
  reason: string;
  since: number;
  administratorId: string;
  /** Name of the administrator, where there is one. */
  administrator?: string;
}

/** Mail to users about a version. */
export interface Mailing {
  state: "RUNNING" | "PAUSED" | "STOPPED" | "DONE";
  /** How many are sent in a minute. */
  perMinute: number;
  startedAt: number;
  finishedAt?: number;
  /** How many users there are to write to; estimated when it began. */
  users: number;
  sent: number;
  failed: number;
  /** Why it stopped, for an administrator. */
  problem?: string;
}

/** A clause that a page drew the user's attention to. */
export interface ShownClause {
  digest: string;
  /** Left out if the page could not tell. */
  inView?: boolean;
}

/** One line of the ledger. */
export interface LedgerRecord {
  id: string;
  userId?: string;
  username?: string;
  type: RecordType;
  agreementKey?: string;
  version?: number;
  locale?: string;
  textDigest?: string;
  decision?: Decision;
  method?: Method;
  clientId?: string;
  occurredAt: number;
  recordedAt: number;
  settingsDigest?: string;
  presentation?: { wordingDigest?: string; endReached?: boolean; diffFrom?: number; attention?: ShownClause[] };
  details?: Record<string, unknown>;
  sessionId?: string;
  ipAddress?: string;
  userAgent?: string;
}

/** A legal hold on the records of a user or of an agreement. */
export interface LegalHold {
  id: string;
  userId?: string;
  username?: string;
  /** Key of the agreement. */
  agreement?: string;
  reason: string;
  /** Id of the administrator. */
  placedBy: string;
  /** Name of the administrator. */
  administrator?: string;
  placedAt: number;
  /** Left out if somebody has to lift it. */
  until?: number;
  /** Left out while it lasts. */
  endedAt?: number;
  liftedBy?: string;
}

/** A hold to be placed, on one of userId and agreement. */
export type NewHold = Pick<LegalHold, "userId" | "agreement" | "reason" | "until">;

export interface HoldFilter extends Range {
  /** Id of a user. */
  user?: string;
  /** Key of an agreement. */
  agreement?: string;
  active?: boolean;
}

/** Users who are to accept again, and why. */
export interface NewRenewals {
  userIds: readonly string[];
  reason: string;
}

/** Ids of users who are asked again, and of those who are not. */
export interface Renewals {
  asked: string[];
  passedOver: string[];
}

/** Why data may be given to somebody else. */
export const GROUNDS = [
  "LAW",
  "HARM_TO_OTHERS",
  "HARM_TO_USER",
  "BREACH",
  "PERMISSION",
  "EMERGENCY",
  "PARTNER",
] as const;
export type Ground = (typeof GROUNDS)[number];

/** An entry of the register of disclosures. */
export interface Disclosure {
  id: string;
  recipient: string;
  ground: Ground;
  /** Categories of data. */
  data: string[];
  disclosedAt: number;
  reference?: string;
  /** Before when users are not to be told, and on what legal ground; left out if they may be at once. */
  notBefore?: number;
  silenceGround?: string;
  registeredAt: number;
  /** Id of the administrator. */
  registeredBy: string;
  /** Name of the administrator. */
  administrator?: string;
  /** How many users it concerns. */
  users: number;
}

/** An entry to be registered. */
export type NewDisclosure = Pick<
  Disclosure,
  "recipient" | "ground" | "data" | "disclosedAt" | "reference" | "notBefore" | "silenceGround"
> & { userIds: readonly string[] };

export interface DisclosureFilter extends Range {
  /** Id of a user. */
  user?: string;
  ground?: Ground;
}

/** Words that users may not use of themselves. */
export interface WordList {
  /** One on each line. */
  content: string;
  /** Left out while there is no list. */
  digest?: string;
  entries: number;
  /** Of the list of the server, which counts besides. */
  entriesOfServer: number;
  changedAt?: number;
  /** Id of the administrator. */
  changedBy?: string;
}

/** How a realm meets a condition; by hand: only somebody who knows what is wanted can mend it. */
export type SetupState = "OK" | "TO_MEND" | "BY_HAND" | "NOT_NEEDED";

/** Something that a realm needs. Sentences are in the language asked for. */
export interface SetupCondition {
  id: string;
  title: string;
  state: SetupState;
  sentence: string;
  changes: readonly string[];
  /** What users meet if the jars go while the realm is as it is. */
  withoutJars?: string;
  /** What taking back leaves as it is. */
  stays?: string;
}

/** What a realm needs, and what would be changed. */
export interface Setup {
  inUse: boolean;
  /** Of all changes. */
  fingerprint: string;
  conditions: readonly SetupCondition[];
}

/** A page of a list; the server has bounds of its own. */
export interface Range {
  first?: number;
  max?: number;
}

export interface UserFilter extends Range {
  status?: UserStatus;
  version?: number;
}

export interface RecordFilter extends Range {
  /** Id or name. */
  user?: string;
  type?: RecordType;
  /** Key of an agreement. */
  agreement?: string;
  from?: number;
  to?: number;
}

/** A receipt of a record. */
export interface Receipt {
  content: Blob;
  /** Whether the record is in a signed checkpoint; before that, its receipt proves nothing. */
  isSigned: boolean;
}
