import { Button, Modal, ModalVariant } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useMessages } from "../common/language/messages";
import { portal } from "../common/portal";
import { Refusal } from "../common/alerts/Refusal";
import { useAction } from "../common/asking/useAction";
import { commonWords } from "../common/language/words";

/** Asks before something is done. What goes wrong is said inside; whoever acts closes the dialog. */
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
  return (
    <Modal
      isOpen
      variant={ModalVariant.small}
      title={title}
      appendTo={portal}
      onClose={onClose}
      actions={[
        <Button
          key="act"
          variant={isDangerous ? "danger" : "secondary"}
          isDisabled={isBusy}
          isLoading={isBusy}
          onClick={run}
        >
          {action}
        </Button>,
        <Button key="close" variant="link" onClick={onClose}>
          {words.cancel}
        </Button>,
      ]}
    >
      {children}
      <Refusal cause={refusal} />
    </Modal>
  );
}
