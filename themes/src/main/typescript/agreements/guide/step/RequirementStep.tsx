import { FormGroup, Radio } from "@patternfly/react-core";
import { useId, useState } from "react";
import type { Requirement } from "../../../api";
import { Refusal, useMessages, useView } from "../../../common";
import { draftOf, settingsIn } from "../../settings/settings";
import { isPublished } from "../../versions/versions";
import { agreementWords } from "../../words";
import { StepFrame } from "../StepFrame";
import type { StepProps } from "../StepProps";
import { useSaving } from "./useSaving";
import { guideWords } from "../words";

const REQUIREMENTS: readonly Requirement[] = ["REQUIRED", "OPTIONAL", "ACKNOWLEDGEMENT"];

/** Asks what users have to do with an agreement. */
export function RequirementStep(props: StepProps) {
  const { agreement } = props;
  const { api } = useView();
  const words = useMessages(guideWords);
  const names = useMessages(agreementWords);
  const id = useId();
  const [requirement, setRequirement] = useState(agreement.requirement);
  const saving = useSaving(async () => {
    await api.updateAgreement(agreement.key, {
      ...settingsIn({ ...draftOf(agreement), requirement }),
      edits: agreement.edits,
    });
  });
  // What users took note of is no consent, and stays so.
  const isFixed = (other: Requirement) =>
    agreement.versions.some(isPublished) &&
    (other === "ACKNOWLEDGEMENT") !== (agreement.requirement === "ACKNOWLEDGEMENT");
  return (
    <StepFrame
      {...props}
      step="requirement"
      unsaved={{
        isChanged: requirement !== agreement.requirement,
        isReady: true,
        isBusy: saving.isBusy,
        save: saving.run,
      }}
    >
      <Refusal cause={saving.refusal} />
      <FormGroup role="radiogroup" fieldId={id} isStack label={words.requirementQuestion}>
        {REQUIREMENTS.map((one) => (
          <Radio
            key={one}
            id={`${id}-${one}`}
            name={id}
            label={names[`requirement${one}`]}
            description={<span id={`${id}-${one}-hint`}>{words[`means${one}`]}</span>}
            aria-describedby={`${id}-${one}-hint`}
            isChecked={one === requirement}
            isDisabled={isFixed(one)}
            onChange={() => setRequirement(one)}
          />
        ))}
      </FormGroup>
    </StepFrame>
  );
}
