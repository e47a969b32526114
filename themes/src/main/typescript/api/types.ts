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
  /** By which the realm tells moments and days: an IANA name, or an offset such as +08:00. */
  timeZone: string;
}

/** What Keycloak says of a realm's languages. */
export interface RealmLanguages {
  internationalizationEnabled?: boolean;
  supportedLocales?: string[];
  defaultLocale?: string;
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
  /** In the older text, where it was another. */
  formerMarker?: string;
  passages: Passage[];
  /** Of a row. */
  cells: { heads: boolean; passages: Passage[] }[];
  /** Whether it stands in what its author draws attention to. */
  attention: boolean;
}

export interface Passage {
  kind: "UNTOUCHED" | "ADDED" | "REMOVED";
  words: string;
  /** Whether the text itself strikes the words out. */
  struck?: boolean;
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
  | "NOTE_MARK"
  | "ARTICLE_ORDER"
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
  /** Where there are very many users up to half a minute ago. */
  countedAt: number;
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

/** What cannot be told is no 0: there is a gap then, and no value. */
export interface AuditFigure {
  name: string;
  /** What is told, in words. */
  label: string;
  of: Record<string, string>;
  /** What it is of, in words. */
  subject?: string;
  unit: string;
  value?: number | string;
  /** The value in words, or why there is none. */
  text: string;
  countedFrom: {
    table?: string;
    rows?: string;
    from?: string;
    until?: string;
    words: string;
  };
  asOf: string;
  gap?: string;
}

export interface AuditSection {
  section: string;
  title: string;
  figures: AuditFigure[];
}

/** Moments are as ISO 8601 has them, in the realm's time zone. */
export interface Audit {
  year: number;
  soFar: boolean;
  countedAt: string;
  ledgerSince?: string;
  locale: string;
  title: string;
  notes: string[];
  sections: AuditSection[];
}

export interface UserDecision {
  userId: string;
  username?: string;
  firstName?: string;
  lastName?: string;
  version?: number;
  decision?: Decision;
  locale?: string;
  decidedAt?: number;
  /** Stands for this row where the list is to go on behind it. */
  cursor: string;
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
  /** Where it stands in the list. */
  cursor: string;
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

/** What of the log is to be verified; all of it where nothing is said. */
export interface NewVerification {
  fromIndex?: number;
  /** The first place that is not meant any more. */
  toIndex?: number;
  /** A checkpoint that was kept elsewhere, as it was fetched. */
  checkpoint?: string;
  /** Verifier keys that were kept elsewhere, one on each line. */
  keys?: string;
}

export type FindingKind =
  | "CHANGED"
  | "MISSING"
  | "SURPLUS"
  | "MOVED"
  | "ERASED"
  | "UNSIGNED"
  | "CONTRADICTION"
  | "WAITING"
  | "UNDER_WAY"
  | "UNVERIFIED";

/** Something that was looked at and is not as it ought to be, or a remark. */
export interface VerificationFinding {
  kind: FindingKind;
  wrong: boolean;
  table?: string;
  row?: string;
  recordId?: string;
  index?: number;
  column?: string;
  /** What is said of it. */
  code?: string;
  /** What differs in each case. */
  parameters?: Record<string, string>;
  /** The same in English. */
  words: string;
}

/** A verification of a part of the log, on whichever server it runs. */
export interface Verification {
  id: string;
  state: "RUNNING" | "DONE" | "CANCELLED" | "FAILED" | "INTERRUPTED";
  fromIndex: number;
  toIndex: number;
  done: number;
  startedAt: number;
  seenAt: number;
  endedAt?: number;
  /** Why it failed, for an administrator. */
  problem?: string;
  result?: VerificationResult;
}

export interface VerificationResult {
  records: number;
  /** Entries of the smallest checkpoint that covers all that was looked at. */
  signedSize?: number;
  /** Entries of the largest kept checkpoint that the log agrees with. */
  keptSize?: number;
  wrong: number;
  counts: Partial<Record<FindingKind, number>>;
  findings: VerificationFinding[];
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
  /** Left out where a word is stored that is none; the details have it then. */
  type?: RecordType;
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
export const DISCLOSURE_GROUNDS = [
  "LAW",
  "HARM_TO_OTHERS",
  "HARM_TO_USER",
  "BREACH",
  "PERMISSION",
  "EMERGENCY",
  "PARTNER",
] as const;
export type DisclosureGround = (typeof DISCLOSURE_GROUNDS)[number];

/** An entry of the register of disclosures. */
export interface Disclosure {
  id: string;
  recipient: string;
  ground: DisclosureGround;
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
  /** How many of them have been told. */
  told: number;
  /** Id of the entry in the place of which it stands. */
  corrects?: string;
  /** Id of the entry that stands in its place. */
  correctedBy?: string;
}

/** What an entry says. */
export type DisclosureWords = Pick<
  Disclosure,
  "recipient" | "ground" | "data" | "disclosedAt" | "reference" | "notBefore" | "silenceGround"
>;

/** An entry to be registered. */
export type NewDisclosure = DisclosureWords & { userIds: readonly string[] };

export interface DisclosureFilter extends Range, Stretch {
  /** Id of a user. */
  user?: string;
  ground?: DisclosureGround;
}

export const RESTRICTION_KINDS = ["NOTICE", "SUSPENSION", "TERMINATION"] as const;
export type RestrictionKind = (typeof RESTRICTION_KINDS)[number];

/** What a restriction means now. */
export type RestrictionEffect = "NONE" | "NOTIFIED" | "SUSPENDED" | "TERMINATED";

/** Why something may be imposed on a user: the nine kinds of content, and four others. */
export const CONTENT_GROUNDS = [
  "UNLAWFUL_CONTENT",
  "STATE_SECURITY",
  "PUBLIC_INTEREST",
  "ETHNIC_HATRED",
  "CULTS",
  "RUMOURS",
  "OBSCENITY_OR_VIOLENCE",
  "DEFAMATION",
  "OTHER_CONTENT",
] as const;
export const OTHER_GROUNDS = ["FALSE_REGISTRATION_DATA", "ACCOUNT_LENT", "ILLEGAL_USE", "OTHER_BREACH"] as const;
export type RestrictionGround = (typeof CONTENT_GROUNDS)[number] | (typeof OTHER_GROUNDS)[number];

/** What of a user can be kept from being registered again. */
export const BARRABLE = ["USERNAME", "EMAIL", "PHONE"] as const;
export type BarredKind = (typeof BARRABLE)[number];

/** What comes of an appeal. */
export type AppealOutcome = "UPHELD" | "REJECTED";

/** What a user says against a restriction, and what is said to that. */
export interface UserAppeal {
  text: string;
  at: number;
  /** Left out, as what follows, while it waits for its answer. */
  outcome?: AppealOutcome;
  answer?: string;
  answeredAt?: number;
  /** Id of the administrator. */
  answeredBy?: string;
}

/** What is imposed on a user. */
export interface Restriction {
  id: string;
  userId: string;
  /** Left out for a user whom an external store keeps. */
  username?: string;
  kind: RestrictionKind;
  effect: RestrictionEffect;
  grounds: RestrictionGround[];
  facts: string;
  article: string;
  /** Where else the user can object. */
  appeal?: string;
  from: number;
  until?: number;
  /** Of a notice, what is to be corrected. */
  attribute?: string;
  /** Id of the administrator. */
  imposedBy: string;
  /** Name of the administrator. */
  administrator?: string;
  endedAt?: number;
  ending?: "LIFTED" | "CORRECTED";
  endedBy?: string;
  userAppeal?: UserAppeal;
  /** Of a termination, what is kept from being registered again, and until when. */
  barred?: BarredKind[];
  barredUntil?: number;
  edits: number;
}

export type NewRestriction = Pick<
  Restriction,
  "userId" | "kind" | "grounds" | "facts" | "article" | "appeal" | "until" | "attribute" | "barred" | "barredUntil"
>;

export type RestrictionChange = Pick<Restriction, "grounds" | "facts" | "article" | "appeal" | "until" | "edits">;

export interface RestrictionFilter extends Stretch {
  /** Id of a user. */
  user?: string;
  kind?: RestrictionKind | undefined;
  /** Whether nobody has ended them. */
  active?: boolean | undefined;
  /** Whether an appeal waits for its answer. */
  appealed?: boolean | undefined;
}

/** A name of a user that is kept from being registered because of another account. */
export interface BarredName {
  kind: BarredKind;
  until: number;
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

/** What somebody might write, held against the lists. */
export interface WordTrial {
  prohibited: boolean;
  /** The first word of the lists in it that may not be used. */
  word?: string;
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

/** A page on which users decide, in one of the languages of the realm. */
export interface SamplePage {
  page: "REGISTRATION" | "ACCEPTANCE";
  /** Name of the template. */
  template: string;
  locale: string;
  /** Left out in a list, and if the theme fails to make it. */
  html?: string;
}

/** A page of a list; the server has bounds of its own. */
export interface Range {
  first?: number;
  max?: number;
}

/** A part of a list that may be very long. */
export interface Stretch {
  /** What the server gave of the row behind which it is to go on. */
  after?: string | undefined;
  max?: number;
}

export interface UserFilter extends Stretch {
  status?: UserStatus;
  version?: number;
}

export interface RecordFilter extends Stretch {
  /** Id or name. */
  user?: string;
  /** Id, name, or the beginning of a name or an address, as the stock search for users takes it; not beside user. */
  search?: string;
  type?: RecordType;
  decision?: Decision;
  method?: Method;
  /** Id of a client. */
  client?: string;
  /** Key of an agreement. */
  agreement?: string;
  from?: number;
  to?: number;
}

/** What a search in the ledger has found. */
export interface FoundRecords {
  records: LedgerRecord[];
  /** Id of the record behind which it goes on, where it stopped before it came to the end. */
  stoppedAt?: string;
}

/** A receipt of a record. */
export interface Receipt {
  content: Blob;
  /** Whether the record is in a signed checkpoint; before that, its receipt proves nothing. */
  isSigned: boolean;
}
