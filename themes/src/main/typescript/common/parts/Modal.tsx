import { Modal as PlainModal, type ModalProps } from "@patternfly/react-core";
import { useEffect, useId } from "react";
import { useMessages } from "../language/messages";
import { portal } from "../portal";
import { commonWords } from "../language/words";

/** An open dialog before the page, whose cross is called in the language of whoever is looking. */
export function Modal(props: Omit<ModalProps, "ref" | "id" | "isOpen" | "appendTo">) {
  const { close } = useMessages(commonWords);
  const id = useId();
  useEffect(() => {
    document.getElementById(id)?.querySelector(".pf-v5-c-modal-box__close button")?.setAttribute("aria-label", close);
  });
  return <PlainModal {...props} id={id} isOpen appendTo={portal} />;
}
