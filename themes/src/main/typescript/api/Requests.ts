import { ApiError } from "./ApiError";

/** A token that is valid now; signs in again if there is none any more. */
export type GetAccessToken = () => Promise<string>;

export type Query = Record<string, string | number | boolean | readonly string[] | undefined>;

/** Asks a REST interface in JSON. Every method rejects with an {@link ApiError}. */
export class Requests {
  readonly #root: string;
  readonly #getAccessToken: GetAccessToken | undefined;
  readonly #language: Record<string, string>;
  readonly #credentials: RequestCredentials;

  /**
   * @param root address without a slash at its end
   * @param options locale: language of what is meant for people, that of the browser if left out; without getAccessToken
   *   whoever asks stays unknown; credentials: whether cookies go along, of which one may say another language
   */
  constructor(
    root: string,
    options: { getAccessToken?: GetAccessToken; locale?: string | undefined; credentials?: RequestCredentials },
  ) {
    this.#root = root;
    this.#getAccessToken = options.getAccessToken;
    this.#language = options.locale ? { "accept-language": options.locale.replaceAll("_", "-") } : {};
    this.#credentials = options.credentials ?? "same-origin";
  }

  get<T>(where: string, parameters: Query = {}): Promise<T> {
    return this.send("GET", where + query(parameters));
  }

  async send<T>(method: string, where: string, body?: unknown): Promise<T> {
    const response = await this.request(method, where, body);
    if (response.status === 204) {
      return undefined as T;
    }
    return (await response.json()) as T;
  }

  /** For answers that are not JSON. */
  async request(method: string, where: string, body?: unknown, accept = "application/json"): Promise<Response> {
    const headers: Record<string, string> = { accept, ...this.#language };
    if (this.#getAccessToken) {
      headers["authorization"] = `Bearer ${await this.#getAccessToken()}`;
    }
    if (body !== undefined) {
      headers["content-type"] = "application/json";
    }
    const response = await answered(
      fetch(where === "" ? this.#root : `${this.#root}/${where}`, {
        method,
        headers,
        credentials: this.#credentials,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    if (!response.ok) {
      throw await refusal(response);
    }
    return response;
  }
}

/** Segments of an address, encoded. */
export const path = (...segments: (string | number)[]) =>
  segments.map((segment) => encodeURIComponent(segment)).join("/");

/** The query of an address with its question mark; what has no value is left out. */
export function query(parameters: Query): string {
  const given = Object.entries(parameters)
    .flatMap(([name, value]) => [value].flat().map((one) => [name, String(one ?? "")]))
    .filter(([, value]) => value !== "");
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}

async function answered(response: Promise<Response>): Promise<Response> {
  try {
    return await response;
  } catch (cause) {
    throw new ApiError(0, cause instanceof Error ? cause.message : String(cause));
  }
}

async function refusal(response: Response): Promise<ApiError> {
  return new ApiError(
    response.status,
    errorMessage(await response.text()) ?? `${response.status} ${response.statusText}`.trim(),
    secondsToWait(response),
  );
}

/** Keycloak says errorMessage, and in some places error; a proxy in between says whatever it likes. */
function errorMessage(body: string): string | undefined {
  try {
    const { errorMessage, error } = JSON.parse(body) as { errorMessage?: unknown; error?: unknown };
    return [errorMessage, error].find((message): message is string => typeof message === "string" && message !== "");
  } catch {
    return undefined;
  }
}

function secondsToWait({ headers }: Response): number | undefined {
  const seconds = Number(headers.get("retry-after") ?? Number.NaN);
  return Number.isInteger(seconds) && seconds >= 0 ? seconds : undefined;
}
