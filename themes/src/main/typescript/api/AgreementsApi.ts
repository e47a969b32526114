import { type GetAccessToken, path, type Query, query, Requests } from "./Requests";
import type {
  Access,
  Agreement,
  AgreementSettings,
  AppealOutcome,
  Audit,
  BarredKind,
  BarredName,
  Changes,
  Coverage,
  CoverageHistory,
  DeletionRequest,
  Disclosure,
  DisclosureFilter,
  DisclosureWords,
  FoundRecords,
  HoldFilter,
  LedgerRecord,
  LegalHold,
  Mailing,
  NewDisclosure,
  NewHold,
  NewRenewals,
  NewRestriction,
  NewVerification,
  NewVersion,
  Outlines,
  Preview,
  Publication,
  Range,
  Reach,
  RealmLanguages,
  Receipt,
  RecordFilter,
  Renewals,
  Restriction,
  RestrictionChange,
  RestrictionFilter,
  Retraction,
  SamplePage,
  Setup,
  Statistics,
  StatisticsFilter,
  Stretch,
  Text,
  TextEdit,
  UserAgreements,
  UserDecision,
  UserFilter,
  Verification,
  Version,
  VersionSettings,
  WordList,
  WordTrial,
} from "./types";

/** Where the API of a realm is, and who asks. */
export interface ApiAccess {
  /** Address of the server's admin endpoints, without /admin/realms. */
  adminBaseUrl: string;
  realm: string;
  getAccessToken: GetAccessToken;
  /** Language of what is meant for people, as a BCP 47 tag or with underscores; that of the browser if left out. */
  locale?: string;
}

/** The admin REST API of agreements. Every method rejects with an ApiError. */
export class AgreementsApi {
  readonly #requests: Requests;
  readonly #realm: Requests;
  readonly #public: string;
  #access: Promise<Access> | undefined;

  constructor({ adminBaseUrl, realm, getAccessToken, locale }: ApiAccess) {
    const server = adminBaseUrl.replace(/\/$/, "");
    const root = `${server}/admin/realms/${encodeURIComponent(realm)}`;
    this.#public = `${server}/realms/${encodeURIComponent(realm)}`;
    this.#requests = new Requests(`${root}/agreements`, { getAccessToken, locale });
    this.#realm = new Requests(root, { getAccessToken, locale });
  }

  /** The languages of the realm's pages, as Keycloak itself has them. */
  realmLanguages = (): Promise<RealmLanguages> => this.#realm.get("");

  /** The page with all agreements in the realm's login theme, as everybody gets it in a language, and its address. */
  listPage = async (locale: string): Promise<{ html: string; address: string }> => {
    const asked = new Requests(this.#public, { locale, credentials: "omit" });
    const response = await asked.request("GET", "agreements", undefined, "text/html");
    return { html: await response.text(), address: `${this.#public}/agreements` };
  };

  /** Asked once, and again after a failure: every part of a page wants to know. */
  access = (): Promise<Access> => {
    this.#access ??= this.#get<Access>("access").catch((cause: unknown) => {
      this.#access = undefined;
      throw cause;
    });
    return this.#access;
  };

  agreements = (): Promise<Agreement[]> => this.#get("");

  agreement = (key: string): Promise<Agreement> => this.#get(path(key));

  createAgreement = (settings: AgreementSettings): Promise<Agreement> => this.#send("POST", "", settings);

  updateAgreement = (key: string, settings: AgreementSettings & { edits: number }): Promise<Agreement> =>
    this.#send("PUT", path(key), settings);

  deleteAgreement = (key: string): Promise<void> => this.#send("DELETE", path(key));

  createVersion = (key: string, version: NewVersion): Promise<Version> =>
    this.#send("POST", path(key, "versions"), version);

  version = (key: string, number: number): Promise<Version> => this.#get(path(key, "versions", number));

  updateVersion = (key: string, number: number, settings: VersionSettings & { edits: number }): Promise<Version> =>
    this.#send("PUT", path(key, "versions", number), settings);

  deleteVersion = (key: string, number: number): Promise<void> => this.#send("DELETE", path(key, "versions", number));

  text = (key: string, number: number, locale: string): Promise<Text> =>
    this.#get(path(key, "versions", number, "texts", locale));

  saveText = (key: string, number: number, locale: string, text: TextEdit): Promise<Text> =>
    this.#send("PUT", path(key, "versions", number, "texts", locale), text);

  deleteText = (key: string, number: number, locale: string, edits: number): Promise<void> =>
    this.#send("DELETE", path(key, "versions", number, "texts", locale) + query({ edits }));

  outlines = (key: string, number: number): Promise<Outlines> => this.#get(path(key, "versions", number, "outlines"));

  publish = (key: string, number: number, publication: Publication): Promise<Version> =>
    this.#send("POST", path(key, "versions", number, "publish"), publication);

  retract = (key: string, number: number, retraction: Retraction): Promise<Version> =>
    this.#send("POST", path(key, "versions", number, "retract"), retraction);

  reach = (key: string, number: number, material: boolean): Promise<Reach> =>
    this.#get(path(key, "versions", number, "reach"), { material });

  /** Mail about a version; refused with 404 if it was never begun. */
  mailing = (key: string, number: number): Promise<Mailing> => this.#get(path(key, "versions", number, "mailing"));

  /** Begins to send mail about a version, or goes on with it. */
  startMailing = (key: string, number: number, perMinute: number): Promise<Mailing> =>
    this.#send("POST", path(key, "versions", number, "mailing"), { perMinute });

  pauseMailing = (key: string, number: number): Promise<Mailing> =>
    this.#send("POST", path(key, "versions", number, "mailing", "pause"));

  changes = (key: string, from: number, to: number, locale: string): Promise<Changes> =>
    this.#get(path(key, "changes"), { from, to, locale });

  preview = (content: string, locale: string): Promise<Preview> => this.#send("POST", "preview", { content, locale });

  coverages = (): Promise<Coverage[]> => this.#get("coverage");

  coverage = (key: string): Promise<Coverage> => this.#get(path(key, "coverage"));

  coverageHistory = (key: string): Promise<CoverageHistory> => this.#get(path(key, "coverage", "history"));

  usersOf = (key: string, filter: UserFilter): Promise<UserDecision[]> => this.#get(path(key, "users"), { ...filter });

  /** All of the users in question as CSV. */
  usersOfAsCsv = async (key: string, { status, version }: Omit<UserFilter, keyof Stretch>): Promise<Blob> =>
    (
      await this.#requests.request("GET", path(key, "users") + query({ status, version }), undefined, "text/csv")
    ).blob();

  /** What was published of these days. */
  statistics = (filter: StatisticsFilter): Promise<Statistics> => this.#get("statistics", { ...filter });

  statisticsAsCsv = async (filter: StatisticsFilter): Promise<Blob> =>
    (await this.#requests.request("GET", "statistics" + query({ ...filter }), undefined, "text/csv")).blob();

  /** The figures of a year, with words in the language of whoever asks. */
  audit = (year: number): Promise<Audit> => this.#get(path("audit", year));

  auditAsCsv = (year: number): Promise<Blob> => this.#auditAs("text/csv", year);

  /** As one file to be printed. */
  auditAsPage = (year: number): Promise<Blob> => this.#auditAs("text/html", year);

  /** Has users accept again. */
  requestRenewals = (key: string, request: NewRenewals): Promise<Renewals> =>
    this.#send("POST", path(key, "renewal-requests"), request);

  /** Has a user not asked any more. */
  takeBackRenewal = (key: string, userId: string): Promise<void> =>
    this.#send("DELETE", path(key, "renewal-requests", userId));

  user = (userId: string): Promise<UserAgreements> => this.#get(path("users", userId));

  /** Whoever is due first in front. */
  deletionRequests = (stretch: Stretch): Promise<DeletionRequest[]> => this.#get("deletion-requests", { ...stretch });

  holdDeletion = (userId: string, reason: string): Promise<DeletionRequest> =>
    this.#send("PUT", path("deletion-requests", userId, "hold"), { reason });

  releaseDeletion = (userId: string): Promise<DeletionRequest> =>
    this.#send("DELETE", path("deletion-requests", userId, "hold"));

  /** Deletes the account, at once and for good. */
  carryOutDeletion = (userId: string): Promise<void> =>
    this.#send("POST", path("deletion-requests", userId, "execute"));

  records = (filter: RecordFilter): Promise<LedgerRecord[]> => this.#get("records", { ...filter });

  /** The same, and whether there may be more that was not looked at. */
  searchRecords = async (filter: RecordFilter): Promise<FoundRecords> => {
    const response = await this.#requests.request("GET", `records${query({ ...filter })}`);
    const stoppedAt = nextIn(response.headers.get("link"));
    return {
      records: (await response.json()) as LedgerRecord[],
      ...(stoppedAt === undefined ? {} : { stoppedAt }),
    };
  };

  /** All of these records as a file. */
  recordsAs = async (type: "text/csv" | "application/x-ndjson", filter: RecordFilter): Promise<Blob> =>
    (
      await this.#requests.request(
        "GET",
        `records${query({ ...filter })}`,
        undefined,
        `${type}, application/json;q=0.1`,
      )
    ).blob();

  record = (id: string): Promise<LedgerRecord> => this.#get(path("records", id));

  /** What proves a record to others, as a ZIP. */
  receipt = async (id: string): Promise<Receipt> => {
    const response = await this.#requests.request(
      "GET",
      path("records", id, "receipt"),
      undefined,
      "application/zip, application/json",
    );
    return { content: await response.blob(), isSigned: response.status !== 202 };
  };

  /** Receipts of all records of a user, as a ZIP; it goes on record. */
  evidence = async (userId: string): Promise<Blob> =>
    (
      await this.#requests.request(
        "POST",
        path("users", userId, "evidence"),
        undefined,
        "application/zip, application/json",
      )
    ).blob();

  /** Text, wordings and publication of a version, as a ZIP. */
  versionEvidence = async (key: string, version: number): Promise<Blob> =>
    (
      await this.#requests.request(
        "POST",
        path(key, "versions", String(version), "evidence"),
        undefined,
        "application/zip, application/json",
      )
    ).blob();

  /** The last one of the realm, if there ever was any. */
  verifications = (): Promise<Verification[]> => this.#get("log/verifications");

  /** Refused with 409 if one runs already. */
  verifyLog = (wanted: NewVerification): Promise<Verification> => this.#send("POST", "log/verifications", wanted);

  cancelVerification = (id: string): Promise<Verification> => this.#send("DELETE", path("log", "verifications", id));

  /** A part of the ledger with all that is needed to verify it elsewhere, packed. */
  ledgerExport = async ({ fromIndex, toIndex }: Pick<NewVerification, "fromIndex" | "toIndex">): Promise<Blob> =>
    (
      await this.#requests.request(
        "GET",
        `log/export${query({ fromIndex, toIndex })}`,
        undefined,
        "application/gzip, application/json",
      )
    ).blob();

  /** The latest in front. */
  holds = (filter: HoldFilter): Promise<LegalHold[]> => this.#get("holds", { ...filter });

  placeHold = (hold: NewHold): Promise<LegalHold> => this.#send("POST", "holds", hold);

  liftHold = (id: string): Promise<LegalHold> => this.#send("DELETE", path("holds", id));

  /** The latest in front. */
  disclosures = (filter: DisclosureFilter): Promise<Disclosure[]> => this.#get("disclosures", { ...filter });

  /** The whole register, as CSV. */
  disclosuresAsCsv = async ({ user, ground }: Omit<DisclosureFilter, keyof Range | keyof Stretch>): Promise<Blob> =>
    (await this.#requests.request("GET", `disclosures${query({ user, ground })}`, undefined, "text/csv")).blob();

  registerDisclosure = (disclosure: NewDisclosure): Promise<Disclosure> =>
    this.#send("POST", "disclosures", disclosure);

  /** Puts an entry in the place of one that was wrong, for the same users. */
  correctDisclosure = (id: string, disclosure: DisclosureWords): Promise<Disclosure> =>
    this.#send("POST", path("disclosures", id, "corrections"), disclosure);

  /** The latest in front. */
  restrictions = (filter: RestrictionFilter): Promise<Restriction[]> => this.#get("restrictions", { ...filter });

  imposeRestriction = (restriction: NewRestriction): Promise<Restriction> =>
    this.#send("POST", "restrictions", restriction);

  /** Refused with 409 if it was changed meanwhile, or is over. */
  changeRestriction = (id: string, change: RestrictionChange): Promise<Restriction> =>
    this.#send("PUT", path("restrictions", id), change);

  liftRestriction = (id: string): Promise<Restriction> => this.#send("DELETE", path("restrictions", id));

  answerAppeal = (id: string, outcome: AppealOutcome, answer: string): Promise<Restriction> =>
    this.#send("POST", path("restrictions", id, "answer"), { outcome, answer });

  /** What a user has that could be kept from being registered again. */
  barrableNames = (userId: string): Promise<BarredKind[]> => this.#get("restrictions/barrable-names", { user: userId });

  /** What of a user is kept from being registered again because of somebody else's account. */
  barredNames = (userId: string): Promise<BarredName[]> => this.#get("restrictions/barred-names", { user: userId });

  wordList = (): Promise<WordList> => this.#get("prohibited-content");

  /** Refused with 409 if the list is no longer the one with that digest. */
  saveWordList = (list: Pick<WordList, "content" | "digest">): Promise<WordList> =>
    this.#send("PUT", "prohibited-content", list);

  /** Whether that would be refused, and because of which word of the lists. */
  tryWords = (text: string): Promise<WordTrial> => this.#send("POST", "prohibited-content/trial", { text });

  /** What the realm needs, and what mending changes. */
  setup = (condition?: readonly string[]): Promise<Setup> =>
    this.#get("setup", condition === undefined ? {} : { condition });

  /** What taking all back changes. */
  setupTakenBack = (): Promise<Setup> => this.#get("setup", { takeBack: true });

  /** Makes the changes that were shown; refused with 409 if they would be others by now. */
  mendSetup = (fingerprint: string, conditions?: readonly string[]): Promise<Setup> =>
    this.#send("POST", "setup", { fingerprint, ...(conditions === undefined ? {} : { conditions }) });

  /** Takes back what was shown; refused with 409 if it would be something else by now. */
  takeSetupBack = (fingerprint: string): Promise<Setup> => this.#send("DELETE", "setup" + query({ fingerprint }));

  /** The pages on which users decide. */
  samplePages = (): Promise<SamplePage[]> => this.#get("setup/pages");

  /** One of them, as users get it. */
  samplePage = ({ page, locale }: SamplePage): Promise<SamplePage> => this.#get(path("setup", "pages", page, locale));

  async #auditAs(type: string, year: number): Promise<Blob> {
    return (await this.#requests.request("GET", path("audit", year), undefined, type)).blob();
  }

  #get<T>(where: string, parameters: Query = {}): Promise<T> {
    return this.#requests.get(where, parameters);
  }

  #send<T>(method: string, where: string, body?: unknown): Promise<T> {
    return this.#requests.send(method, where, body);
  }
}

/** Behind which row a list goes on, by the address a header Link gives (RFC 8288); undefined if it gives none. */
function nextIn(link: string | null): string | undefined {
  const address = /<([^>]*)>\s*;\s*rel="?next"?/.exec(link ?? "")?.[1];
  return new URLSearchParams(address?.split("?")[1] ?? "").get("after") ?? undefined;
}
