import { ApiError } from "../../api";
import { Alert } from "./Alert";
import { messageOf } from "./Alerts";
import { useLocale } from "../language/Language";
import { useMessages } from "../language/messages";
import { span } from "../language/span";
import { commonWords } from "../language/words";

/** Why the server refused; nothing if it did not. */
export function Refusal({
  cause,
  explanation,
}: {
  cause: unknown;
  /** In the place of the server's own words. */
  explanation?: string | undefined;
}) {
  const words = useMessages(commonWords);
  if (cause instanceof ApiError && cause.isTooSoon) {
    return <TooSoon cause={cause} />;
  }
  return cause === undefined ? null : (
    <Alert variant="danger" isInline role="alert" title={words.refused} className="agreements-refusal">
      {explanation ?? messageOf(cause)}
    </Alert>
  );
}

/** Asked again too soon is no error. */
export function TooSoon({
  cause,
  explanation,
}: {
  cause: ApiError;
  /** In the place of the words that fit everything. */
  explanation?: string | undefined;
}) {
  const words = useMessages(commonWords);
  const locale = useLocale();
  const { retryAfter } = cause;
  return (
    <Alert isInline role="alert" component="h3" variant="info" title={words.tooSoon}>
      {explanation ??
        (retryAfter === undefined ? words.tooSoonUnknown : words.tooSoonSeconds(span(retryAfter, locale)))}
    </Alert>
  );
}
