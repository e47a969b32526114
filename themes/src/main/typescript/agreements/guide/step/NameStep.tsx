import { TextInput } from "@patternfly/react-core";
import { useId, useState } from "react";
import type { Agreement, Version } from "../../../api";
import { Field, inLanguage, languageName, Refusal, useAlerts, useMessages, useView } from "../../../common";
import { isKey, newSettings, settingsIn } from "../../settings/settings";
import { agreementWords } from "../../words";
import { keyFor } from "./key";
import { StepFrame } from "../StepFrame";
import type { NameStepProps } from "../StepProps";
import { titleAlone } from "../unwritten";
import { useSaving } from "./useSaving";
import { guideWords } from "../words";

/** Asks what an agreement is called, and makes it with a draft that has the title. */
export function NameStep(props: NameStepProps) {
  const { agreement, version, texts, taken, offered } = props;
  const { api, locale } = useView();
  const words = useMessages(guideWords);
  const fields = useMessages(agreementWords);
  const alerts = useAlerts();
  const id = useId();
  // What is there already stays, if something after it was refused.
  const [made, setMade] = useState<{ agreement?: Agreement; version?: Version }>({
    ...(agreement && { agreement }),
    ...(version && { version }),
  });
  const language = made.agreement?.bindingLocale ?? offered.first;
  const text = texts.find((one) => one.locale === language);
  const [title, setTitle] = useState(text?.title ?? "");
  const [chosenKey, setChosenKey] = useState<string>();
  const key = made.agreement?.key ?? chosenKey ?? keyFor(title, taken);
  const isTaken = !made.agreement && taken.includes(key);
  const isWrong = key !== "" && !isKey(key);
  const saving = useSaving(async () => {
    const kept = made.agreement ?? (await api.createAgreement(settingsIn({ ...newSettings(language), key })));
    setMade((before) => ({ ...before, agreement: kept }));
    const draft =
      made.version ?? (await api.createVersion(key, { material: true, acceptance: "EXPLICIT", readToEnd: false }));
    setMade((before) => ({ ...before, version: draft }));
    await api.saveText(
      key,
      draft.number,
      language,
      text
        ? { title: title.trim(), content: text.content ?? "", edits: text.edits, ...summaryOf(text) }
        : titleAlone(title),
    );
    if (!made.agreement) {
      alerts.succeeded(fields.created(key));
    }
  });
  const mistake = (isWrong && fields.keyWrong) || (isTaken && words.keyTaken);
  return (
    <StepFrame
      {...props}
      step="name"
      agreementKey={key || undefined}
      unsaved={{
        isChanged: text ? title !== text.title : title !== "" || chosenKey !== undefined,
        isReady: title.trim() !== "" && key !== "" && !isWrong && !isTaken,
        isBusy: saving.isBusy,
        save: saving.run,
      }}
    >
      <Refusal cause={saving.refusal} />
      <Field id={`${id}-title`} label={words.titleIn(languageName(language, locale))} isRequired hint={words.titleHint}>
        <TextInput
          id={`${id}-title`}
          aria-describedby={`${id}-title-hint`}
          value={title}
          isRequired
          maxLength={255}
          autoComplete="off"
          {...inLanguage(language)}
          onChange={(_event, value) => setTitle(value)}
        />
      </Field>
      <Field
        id={`${id}-key`}
        label={fields.key}
        isRequired
        hint={made.agreement ? words.keyFixedHint : words.keyDerivedHint}
        mistake={mistake}
      >
        <TextInput
          id={`${id}-key`}
          aria-describedby={`${id}-key-hint`}
          value={key}
          isRequired
          maxLength={64}
          readOnlyVariant={made.agreement && "default"}
          validated={mistake ? "error" : "default"}
          autoComplete="off"
          onChange={(_event, value) => setChosenKey(value.trim())}
        />
      </Field>
    </StepFrame>
  );
}

function summaryOf({ summary }: { summary?: string }) {
  return summary === undefined ? {} : { summary };
}
