import { Button, Form, Modal, ModalVariant } from "@patternfly/react-core";
import { type FormEvent, type ReactNode, useId } from "react";
import { useMessages } from "./messages";
import { portal } from "./portal";
import { commonWords } from "./words";

/** A dialog around a form: one thing to do, or to leave. */
export function Dialog({
  title,
  action,
  isDangerous = false,
  isBusy = false,
  isReady = true,
  size = ModalVariant.small,
  onAct,
  onClose,
  children,
}: {
  title: string;
  /** What the button says. */
  action: string;
  isDangerous?: boolean;
  /** While what was asked for is done. */
  isBusy?: boolean;
  /** Whether everything needed is filled in. */
  isReady?: boolean;
  size?: ModalVariant;
  onAct: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const words = useMessages(commonWords);
  const form = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && !isBusy) {
      onAct();
    }
  };
  return (
    <Modal
      isOpen
      variant={size}
      title={title}
      appendTo={portal}
      onClose={onClose}
      actions={[
        <Button
          key="act"
          type="submit"
          form={form}
          variant={isDangerous ? "danger" : "primary"}
          isDisabled={!isReady || isBusy}
          isLoading={isBusy}
        >
          {action}
        </Button>,
        <Button key="close" variant="link" onClick={onClose}>
          {words.cancel}
        </Button>,
      ]}
    >
      <Form id={form} noValidate onSubmit={submit}>
        {children}
      </Form>
    </Modal>
  );
}
