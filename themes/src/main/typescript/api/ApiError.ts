/** A request that was refused, or did not get through. The message is the server's own, where it gave one. */
export class ApiError extends Error {
  constructor(
    /** HTTP status; 0 if there was no answer. */
    readonly status: number,
    message: string,
    /** After how many seconds it may be asked again; undefined if the server did not say. */
    readonly retryAfter?: number,
  ) {
    super(message);
    this.name = "ApiError";
  }

  /** Somebody else has changed the same thing meanwhile, or it exists already. */
  get isConflict(): boolean {
    return this.status === 409;
  }

  get isForbidden(): boolean {
    return this.status === 403;
  }

  /** Asked again too soon. */
  get isTooSoon(): boolean {
    return this.status === 429;
  }

  get isMissing(): boolean {
    return this.status === 404;
  }
}
