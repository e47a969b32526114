import { Alert } from "./Alert";
import { messageOf } from "./Alerts";
import { useMessages } from "../language/messages";
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
  return cause === undefined ? null : (
    <Alert variant="danger" isInline isLiveRegion title={words.refused} className="agreements-refusal">
      {explanation ?? messageOf(cause)}
    </Alert>
  );
}
