import { Alert } from "../common/Alert";
import { messageOf } from "../common/Alerts";
import { useMessages } from "../common/messages";
import { accountWords } from "./words";

/** Says at once, also to those who listen, why something was refused; nothing while the cause is undefined. */
export function Refused({ cause, words }: { cause: unknown; words?: string | undefined }) {
  const account = useMessages(accountWords);
  return (
    <div aria-live="assertive">
      {cause !== undefined && (
        <Alert isInline component="h3" variant="danger" title={account.notDone}>
          {words ?? messageOf(cause)}
        </Alert>
      )}
    </div>
  );
}
