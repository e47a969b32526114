import { ApiError } from "../../api/ApiError";
import { type GetAccessToken, path, Requests } from "../../api/Requests";
import type {
  Download,
  Grant,
  MyAccess,
  MyAgreement,
  MyDecision,
  MyDeletion,
  MyRecord,
  PublishedVersion,
  Reported,
} from "./types";

/** Where the REST interface for users is, and who asks. */
export interface MyApiAccess {
  /** Address of the server, such as https://id.example. */
  serverBaseUrl: string;
  realm: string;
  /** Language of whoever is looking, as a BCP 47 tag or with underscores. */
  locale: string;
  getAccessToken: GetAccessToken;
}

/** What concerns the user who has signed in. Every method rejects with an ApiError. */
export class MyApi {
  readonly #mine: Requests;
  readonly #account: Requests;
  readonly #published: Requests;

  constructor({ serverBaseUrl, realm, locale, getAccessToken }: MyApiAccess) {
    const root = `${serverBaseUrl.replace(/\/$/, "")}/realms/${encodeURIComponent(realm)}`;
    this.#mine = new Requests(`${root}/agreements/me`, { getAccessToken, locale });
    this.#account = new Requests(`${root}/account`, { getAccessToken, locale });
    this.#published = new Requests(`${root}/agreements`, { locale });
  }

  access = (): Promise<MyAccess> => this.#mine.get("access");

  agreements = (): Promise<MyAgreement[]> => this.#mine.get("");

  decide = (key: string, decision: MyDecision): Promise<MyAgreement> => this.#mine.send("PUT", path(key), decision);

  records = (filter: {
    type?: readonly NonNullable<MyRecord["type"]>[];
    first: number;
    max: number;
  }): Promise<MyRecord[]> => this.#mine.get("records", filter);

  receipt = (id: string): Promise<Download> =>
    this.#download(path("records", id, "receipt"), `receipt-${id}.zip`, "application/zip, application/json");

  grants = (): Promise<Grant[]> => this.#mine.get("grants");

  /** By Keycloak's own interface. */
  revoke = (clientId: string): Promise<void> => this.#account.send("DELETE", path("applications", clientId, "consent"));

  export = (): Promise<Download> => this.#download("export", "my-data.zip", "application/zip, application/json");

  report = (): Promise<Reported> => this.#mine.send("POST", "reports", {});

  /** Undefined if there is none. */
  deletion = async (): Promise<MyDeletion | undefined> => {
    try {
      return await this.#mine.get<MyDeletion>("deletion");
    } catch (cause) {
      if (cause instanceof ApiError && cause.isMissing) {
        return undefined;
      }
      throw cause;
    }
  };

  keepAccount = (): Promise<void> => this.#mine.send("DELETE", "deletion");

  published = (key: string, version: number): Promise<PublishedVersion> =>
    this.#published.get(path(key, "versions", version));

  async #download(where: string, name: string, accept?: string): Promise<Download> {
    const response = await this.#mine.request("GET", where, undefined, accept);
    return {
      name: nameGiven(response) ?? name,
      content: await response.blob(),
      isPreliminary: response.status === 202,
    };
  }
}

function nameGiven({ headers }: Response): string | undefined {
  return /filename="([^"/\\]+)"/.exec(headers.get("content-disposition") ?? "")?.[1];
}
