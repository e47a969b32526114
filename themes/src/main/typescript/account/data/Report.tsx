import { Button, ModalVariant, Text, TextContent } from "@patternfly/react-core";
import { useState } from "react";
import { useMessages } from "../../common/language/messages";
import { commonWords } from "../../common/language/words";
import { useAccount } from "../AccountContext";
import type { Reported } from "../api";
import { ConfirmDialog } from "../ConfirmDialog";
import { Section } from "../Section";
import { dataWords } from "./words";
import { Modal } from "../../common/parts/Modal";

const NEW_PASSWORD = "UPDATE_PASSWORD";

/** What to do if something was not the user. */
export function Report() {
  const words = useMessages(dataWords);
  const { api } = useAccount();
  const [isAsked, setAsked] = useState(false);
  const [reported, setReported] = useState<Reported>();
  const report = async () => {
    setReported(await api.report());
    setAsked(false);
  };
  return (
    <Section title={words.report} explanation={words.reportHint}>
      <Button variant="secondary" onClick={() => setAsked(true)}>
        {words.reportAct}
      </Button>
      {isAsked && (
        <ConfirmDialog
          title={words.reportQuestion}
          action={words.reportConfirm}
          isDangerous
          act={report}
          onClose={() => setAsked(false)}
        >
          <ul className="agreements-steps">
            <li>{words.reportSessions}</li>
            <li>{words.reportPassword}</li>
            <li>{words.reportRecord}</li>
          </ul>
        </ConfirmDialog>
      )}
      {reported && <Outcome reported={reported} onClose={() => setReported(undefined)} />}
    </Section>
  );
}

/** What happened. Who has a password here goes on to a new one: there is no other way out. */
function Outcome({ reported, onClose }: { reported: Reported; onClose: () => void }) {
  const words = useMessages(dataWords);
  const common = useMessages(commonWords);
  const { login } = useAccount();
  const { passwordAsked } = reported;
  return (
    <Modal
      variant={ModalVariant.small}
      title={words.reported}
      showClose={!passwordAsked}
      {...(passwordAsked ? { onEscapePress: () => undefined } : { onClose })}
      actions={[
        passwordAsked ? (
          <Button key="password" variant="primary" onClick={() => void login(NEW_PASSWORD)}>
            {words.choosePassword}
          </Button>
        ) : (
          <Button key="close" variant="primary" onClick={onClose}>
            {common.close}
          </Button>
        ),
      ]}
    >
      <TextContent>
        <Text>{words.sessionsEnded(reported.sessionsEnded)}</Text>
        <Text>{passwordAsked ? words.passwordNow : words.passwordElsewhere}</Text>
      </TextContent>
    </Modal>
  );
}
