import { useMessages } from "../../common/language/messages";
import type { MyDecision } from "../api";
import { ConfirmDialog } from "../ConfirmDialog";
import { agreementWords } from "./words";

/** Asks once, as giving does. */
export function WithdrawDialog({
  title,
  onDecide,
  onClose,
}: {
  title: string;
  onDecide: (decision: MyDecision) => Promise<void>;
  onClose: () => void;
}) {
  const words = useMessages(agreementWords);
  return (
    <ConfirmDialog
      title={words.withdraw}
      action={words.withdrawAct}
      act={() => onDecide({ decision: "WITHDRAWN" })}
      onClose={onClose}
    >
      {words.withdrawHint(title)}
    </ConfirmDialog>
  );
}
