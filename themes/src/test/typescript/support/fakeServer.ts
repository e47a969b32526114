import { vi } from "vitest";

/**
 * A request the fake server got; the path is relative to the agreements of the realm, or else to the realm. The page of
 * agreements that everybody gets is "page".
 */
export interface Received {
  method: string;
  path: string;
  headers: Headers;
  credentials: RequestCredentials | undefined;
  body: unknown;
}

type Respond = (request: Received) => unknown;

/** An answer with a status of its own. */
export class Answered {
  constructor(
    readonly status: number,
    readonly body?: unknown,
    readonly headers: Record<string, string> = {},
  ) {}
}

/** A refusal as Keycloak words it. */
export const refused = (status: number, errorMessage: string) => new Answered(status, { errorMessage });

/** Takes the place of fetch. What it has no answer for is refused with 404; what was asked is kept. */
export class FakeServer {
  readonly received: Received[] = [];
  readonly #answers = new Map<string, unknown>();

  constructor() {
    vi.stubGlobal("fetch", (input: string, init: RequestInit = {}) => this.#answer(input, init));
  }

  /**
   * @param request such as "GET terms/coverage", the root being "GET /"
   * @param answer what its body holds, an {@link Answered}, or a function that makes either of what was {@link Received}
   */
  on(request: string, answer: unknown): this {
    this.#answers.set(request, answer);
    return this;
  }

  /** What was asked with this method at this path, the last first. */
  requests(request: string): Received[] {
    return this.received.filter(({ method, path }) => `${method} ${path}` === request).reverse();
  }

  async #answer(input: string, { method = "GET", headers, credentials, body }: RequestInit): Promise<Response> {
    const isPage = !input.includes("/admin/") && input.endsWith("/agreements");
    const path = isPage ? "page" : input.replace(/^.*?\/realms\/[^/]+\/(agreements(\/|$))?/, "") || "/";
    const request: Received = {
      method,
      path,
      headers: new Headers(headers),
      credentials,
      body: typeof body === "string" ? (JSON.parse(body) as unknown) : body,
    };
    this.received.push(request);
    const given = this.#answers.get(`${method} ${path}`) ?? this.#answers.get(`${method} ${path.split("?")[0]}`);
    const answer = typeof given === "function" ? await (given as Respond)(request) : given;
    if (answer === undefined) {
      return json(404, { errorMessage: `Nothing at ${method} ${path}` });
    }
    return answer instanceof Answered ? json(answer.status, answer.body, answer.headers) : json(200, answer);
  }
}

function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  const isPage = typeof body === "string" && body.startsWith("<!DOCTYPE html>");
  return new Response(status === 204 ? null : isPage ? body : JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json", ...headers },
  });
}
