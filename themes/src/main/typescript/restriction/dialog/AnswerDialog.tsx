import { List, ListItem, ModalVariant, Radio, TextArea } from "@patternfly/react-core";
import { useId, useState } from "react";
import { ApiError, type AppealOutcome } from "../../api";
import { Choice, Dialog, Field, fieldRefusal, Refusal, useAction, useAlerts, useMessages, useView } from "../../common";
import { AppealOf } from "../AppealOf";
import { restrictionWords } from "../words";
import type { RestrictionDialogProps } from "./RestrictionDialogProps";

const ANSWER_LENGTH = 2000;
const OUTCOMES = ["UPHELD", "REJECTED"] as const;

/** Asks what comes of an appeal, and why. Neither is chosen in advance. */
export function AnswerDialog({ restriction: { id, userAppeal, kind }, name, onClose }: RestrictionDialogProps) {
  const { api } = useView();
  const words = useMessages(restrictionWords);
  const alerts = useAlerts();
  const field = useId();
  const [outcome, setOutcome] = useState<AppealOutcome>();
  const [answer, setAnswer] = useState("");
  const answering = useAction(async () => {
    await api.answerAppeal(id, outcome!, answer.trim());
    alerts.succeeded(words.answered(name));
    onClose();
  });
  const refusal = answering.refusal instanceof ApiError ? answering.refusal : undefined;
  const atField = fieldRefusal(answering.refusal, ["answer"]);
  return (
    <Dialog
      title={words.answerTitle(name)}
      action={words.answerAction}
      size={ModalVariant.medium}
      isBusy={answering.isBusy}
      isReady={outcome !== undefined && answer.trim() !== "" && !refusal?.isConflict && !refusal?.isMissing}
      onAct={answering.run}
      onClose={onClose}
    >
      {!atField && (
        <Refusal cause={answering.refusal} explanation={refusal?.isForbidden ? words.refusedForbidden : undefined} />
      )}
      {userAppeal && <AppealOf appeal={userAppeal} />}
      <Choice id={`${field}-outcome`} legend={words.outcome}>
        {OUTCOMES.map((each) => (
          <Radio
            key={each}
            id={`${field}-${each}`}
            name={`${field}-outcome`}
            label={words[`choose${each}`]}
            description={each === "UPHELD" ? words[`lift${kind}`] : words.rejectedMeaning}
            isChecked={outcome === each}
            onChange={() => setOutcome(each)}
          />
        ))}
      </Choice>
      <Field id={field} label={words.answerReasons} hint={words.answerHint} mistake={atField?.message} isRequired>
        <TextArea
          id={field}
          aria-describedby={`${field}-hint`}
          value={answer}
          dir="auto"
          isRequired
          maxLength={ANSWER_LENGTH}
          rows={4}
          resizeOrientation="vertical"
          validated={atField ? "error" : "default"}
          onChange={(_event, value) => setAnswer(value)}
        />
      </Field>
      <List>
        <ListItem>{words.mailAnswered}</ListItem>
        {outcome === "UPHELD" && <ListItem>{words.mailEnded}</ListItem>}
        <ListItem>{words.answeredOnce}</ListItem>
      </List>
    </Dialog>
  );
}
