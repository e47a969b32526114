type MayLeave = () => boolean;

/** Follows the part of the address behind the #, and asks before it changes where somebody wants to be asked. */
export class HashRouter {
  readonly #listeners = new Set<() => void>();
  #mayLeave: MayLeave | undefined;
  #current: string;

  constructor(
    private readonly view: Window,
    private readonly start: string,
  ) {
    this.#current = this.#inAddress();
    view.addEventListener("hashchange", () => this.#follow());
  }

  /** Path and query, such as /shop/agreements?version=2. */
  get current(): string {
    return this.#current;
  }

  go = (path: string): void => {
    this.view.location.hash = path;
  };

  guard = (mayLeave: MayLeave): (() => void) => {
    this.#mayLeave = mayLeave;
    return () => {
      this.#mayLeave = undefined;
    };
  };

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #follow() {
    const next = this.#inAddress();
    if (next === this.#current) {
      return;
    }
    if (this.#mayLeave && !this.#mayLeave()) {
      this.view.history.replaceState(null, "", `#${this.#current}`);
      return;
    }
    this.#current = next;
    this.#listeners.forEach((listener) => listener());
  }

  #inAddress(): string {
    return this.view.location.hash.replace(/^#/, "") || this.start;
  }
}
