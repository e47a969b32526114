import { ApiError } from "../../api";
import { messageOf } from "../alerts/Alerts";

/** The field that the server does not take, and its own words; undefined where it is not about one of these fields. */
export function fieldRefusal<F extends string>(
  cause: unknown,
  fields: readonly F[],
): { field: F; message: string } | undefined {
  if (!(cause instanceof ApiError) || cause.status !== 400) {
    return undefined;
  }
  const message = messageOf(cause);
  const named = /^[A-Za-z]+(?=[ :])/.exec(message)?.[0];
  const field = fields.find((each) => each === named);
  return field && { field, message };
}
