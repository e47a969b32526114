import { Button, Text } from "@patternfly/react-core";
import { useState } from "react";
import { Dialog, Refusal, useAction, useAlerts, useMessages, useView } from "../common";
import { renewalWords } from "./words";

interface TakeBackProps {
  agreementKey: string;
  /** What the agreement is called. */
  title: string;
  user: { id: string; name: string };
  onTakenBack: () => void;
}

/** A button by which an administrator has a user not asked again after all. */
export function TakeBack(props: TakeBackProps) {
  const words = useMessages(renewalWords);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button variant="link" isInline aria-label={words.takeBackWhich(props.title)} onClick={() => setAsking(true)}>
        {words.takeBack}
      </Button>
      {isAsking && <TakeBackDialog {...props} onClose={() => setAsking(false)} />}
    </>
  );
}

function TakeBackDialog({ agreementKey, title, user, onTakenBack, onClose }: TakeBackProps & { onClose: () => void }) {
  const { api } = useView();
  const words = useMessages(renewalWords);
  const alerts = useAlerts();
  const taking = useAction(async () => {
    await api.takeBackRenewal(agreementKey, user.id);
    alerts.succeeded(words.takenBack);
    onClose();
    onTakenBack();
  });
  return (
    <Dialog
      title={words.takeBackTitle(title)}
      action={words.takeBack}
      isBusy={taking.isBusy}
      isReady
      onAct={taking.run}
      onClose={onClose}
    >
      <Refusal cause={taking.refusal} />
      <Text>{words.takeBackMeaning(user.name)}</Text>
    </Dialog>
  );
}
