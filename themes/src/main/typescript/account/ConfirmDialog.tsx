import { Button, ModalVariant } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useMessages } from "../common/language/messages";
import { Refusal } from "../common/alerts/Refusal";
import { useAction } from "../common/asking/useAction";
import { commonWords } from "../common/language/words";
import { Modal } from "../common/parts/Modal";

/** Asks before something is done; before danger, the way out comes first. What goes wrong is said inside; whoever acts closes the dialog. */
export function ConfirmDialog({
  title,
  action,
  isDangerous = false,
  act,
  onClose,
  children,
}: {
  title: string;
  /** What the button says. */
  action: string;
  isDangerous?: boolean;
  act: () => Promise<void>;
  onClose: () => void;
  children: ReactNode;
}) {
  const words = useMessages(commonWords);
  const { isBusy, refusal, run } = useAction(act);
  const acting = (
    <Button
      key="act"
      variant={isDangerous ? "danger" : "secondary"}
      isDisabled={isBusy}
      isLoading={isBusy}
      onClick={run}
    >
      {action}
    </Button>
  );
  const leaving = (
    <Button key="close" variant={isDangerous ? "secondary" : "link"} onClick={onClose}>
      {words.cancel}
    </Button>
  );
  return (
    <Modal
      variant={ModalVariant.small}
      title={title}
      onClose={onClose}
      actions={isDangerous ? [leaving, acting] : [acting, leaving]}
    >
      {children}
      <Refusal cause={refusal} />
    </Modal>
  );
}
