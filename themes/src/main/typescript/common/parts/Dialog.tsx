import { Button, Form, ModalVariant } from "@patternfly/react-core";
import { type FormEvent, type ReactNode, useId } from "react";
import { useMessages } from "../language/messages";
import { commonWords } from "../language/words";
import { Modal } from "./Modal";

/** A dialog around a form: one thing to do, or to leave, which comes first before danger. */
export function Dialog({
  title,
  action,
  closing,
  isDangerous = false,
  isBusy = false,
  isReady = true,
  size = ModalVariant.small,
  onAct,
  onClose,
  children,
}: {
  title: string;
  /** What the button says; without it there is nothing to do but to leave. */
  action?: string | undefined;
  /** What the button to leave says, if it is not "Cancel". */
  closing?: string | undefined;
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
    if (action && isReady && !isBusy) {
      onAct();
    }
  };
  const acting = action && (
    <Button
      key="act"
      type="submit"
      form={form}
      variant={isDangerous ? "danger" : "primary"}
      isDisabled={!isReady || isBusy}
      isLoading={isBusy}
    >
      {action}
    </Button>
  );
  const leaving = (
    <Button key="close" variant={isDangerous ? "secondary" : "link"} onClick={onClose}>
      {closing ?? words.cancel}
    </Button>
  );
  return (
    <Modal variant={size} title={title} onClose={onClose} actions={isDangerous ? [leaving, acting] : [acting, leaving]}>
      <Form id={form} noValidate onSubmit={submit}>
        {children}
      </Form>
    </Modal>
  );
}
