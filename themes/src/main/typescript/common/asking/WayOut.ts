import { ApiError } from "../../api/ApiError";

/** The way out of a page, to signing in again. Whoever is on it may stop the browser, or come back later. */
export class WayOut {
  #taken: Promise<never> | undefined;

  /**
   * Leaves the page, once however often it is asked for meanwhile. While that lasts nothing comes back; it rejects as
   * soon as whoever was to leave is still here.
   *
   * @param leave does it
   * @param message says why nothing else could be done
   */
  take(leave: () => Promise<unknown>, message: () => string | Promise<string>): Promise<never> {
    this.#taken ??= stillHere(leave, message).finally(() => {
      this.#taken = undefined;
    });
    return this.#taken;
  }
}

async function stillHere(leave: () => Promise<unknown>, message: () => string | Promise<string>): Promise<never> {
  const { navigation } = window as { navigation?: EventTarget };
  const listening = new AbortController();
  const back = new Promise<void>((resolve) => {
    const options = { signal: listening.signal };
    window.addEventListener("pageshow", ({ persisted }) => persisted && resolve(), options);
    navigation?.addEventListener("navigateerror", () => resolve(), options);
  });
  try {
    await Promise.race([back, leave().then(() => back)]);
  } finally {
    listening.abort();
  }
  throw new ApiError(401, await message());
}
