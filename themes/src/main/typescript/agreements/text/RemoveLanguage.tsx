import { Text } from "@patternfly/react-core";
import { Dialog, useAlerts, useMessages } from "../../common";
import type { WorkOnText } from "./useTextDraft";
import { agreementWords } from "../words";

/** Asks before a text goes. */
export function RemoveLanguage({
  work,
  name,
  onClose,
  onRemoved,
}: {
  work: WorkOnText;
  /** Of the language. */
  name: string;
  onClose: () => void;
  onRemoved: () => void;
}) {
  const words = useMessages(agreementWords);
  const alerts = useAlerts();
  const remove = async () => {
    const isDone = await work.remove();
    onClose();
    if (isDone) {
      work.discard();
      alerts.succeeded(words.languageRemoved(name));
      onRemoved();
    }
  };
  return (
    <Dialog
      title={words.removeLanguageTitle(name)}
      action={words.removeLanguage}
      isDangerous
      isBusy={work.isSaving}
      onAct={() => void remove()}
      onClose={onClose}
    >
      <Text>{words.removeLanguageText}</Text>
    </Dialog>
  );
}
