import { Button, Checkbox, FormGroup, FormSelect, FormSelectOption, Text, TextInput } from "@patternfly/react-core";
import { useId, useState } from "react";
import { Field, inLanguage, languageName, Refusal, useMessages, useView } from "../../../common";
import { draftOf, settingsIn } from "../../settings/settings";
import { AddLanguage } from "../../text/AddLanguage";
import { agreementWords } from "../../words";
import { StepFrame } from "../StepFrame";
import type { StepProps } from "../StepProps";
import { isUnwritten, titleAlone } from "../unwritten";
import { useSaving } from "./useSaving";
import { guideWords } from "../words";

/** By language: what the text in it is called; languages that are not chosen are left out. */
type Titles = Readonly<Record<string, string>>;

/** Asks in which languages an agreement is read, how it is called in each, and which of them binds. */
export function LanguagesStep(props: StepProps) {
  const { agreement, version, texts, offered, reload } = props;
  const { api, locale } = useView();
  const words = useMessages(guideWords);
  const fields = useMessages(agreementWords);
  const id = useId();
  const [titles, setTitles] = useState<Titles>(() => titlesOf(texts));
  const [binding, setBinding] = useState(agreement.bindingLocale);
  const [added, setAdded] = useState<readonly string[]>([]);
  const [isAdding, setAdding] = useState(false);
  const chosen = Object.keys(titles).sort();
  const languages = [...new Set([...offered.languages, ...texts.map((text) => text.locale), ...added])].sort();
  const isChanged = binding !== agreement.bindingLocale || !isSame(titles, titlesOf(texts));
  const saving = useSaving(async () => {
    try {
      for (const language of chosen) {
        const text = texts.find((one) => one.locale === language);
        const title = (titles[language] ?? "").trim();
        if (!text) {
          await api.saveText(agreement.key, version.number, language, titleAlone(title));
        } else if (title !== text.title) {
          const { content = "", summary, edits } = text;
          await api.saveText(agreement.key, version.number, language, {
            title,
            content,
            edits,
            ...(summary !== undefined && { summary }),
          });
        }
      }
      if (binding !== agreement.bindingLocale) {
        await api.updateAgreement(agreement.key, {
          ...settingsIn({ ...draftOf(agreement), bindingLocale: binding }),
          edits: agreement.edits,
        });
      }
      for (const { locale: language, edits } of texts.filter((text) => titles[text.locale] === undefined)) {
        await api.deleteText(agreement.key, version.number, language, edits);
      }
    } catch (cause) {
      // Some of it may be saved.
      reload();
      throw cause;
    }
  });
  const choose = (language: string, isChosen: boolean) => {
    const { [language]: _left, ...others } = titles;
    const now = isChosen ? { ...others, [language]: "" } : others;
    setTitles(now);
    if (now[binding] === undefined) {
      setBinding(Object.keys(now).sort()[0] ?? binding);
    }
  };
  return (
    <StepFrame
      {...props}
      step="languages"
      unsaved={{
        isChanged,
        isReady: chosen.length > 0 && titles[binding] !== undefined && chosen.every((one) => titles[one]?.trim()),
        isBusy: saving.isBusy,
        save: saving.run,
      }}
    >
      <Refusal cause={saving.refusal} />
      <FormGroup role="group" fieldId={`${id}-languages`} isStack label={words.languagesQuestion}>
        <Text className="agreements-hint">{words.languagesHint}</Text>
        {languages.map((language) => {
          const isWritten = texts.some((text) => text.locale === language && !isUnwritten(text.content));
          const name = languageName(language, locale);
          return (
            <div key={language} className="agreements-language">
              <Checkbox
                id={`${id}-${language}`}
                label={name}
                isChecked={titles[language] !== undefined}
                isDisabled={isWritten}
                {...(isWritten && { description: words.languageWritten })}
                onChange={(_event, isChosen) => choose(language, isChosen)}
              />
              {titles[language] !== undefined && (
                <TextInput
                  aria-label={words.titleIn(name)}
                  placeholder={words.titleIn(name)}
                  value={titles[language]}
                  isRequired
                  maxLength={255}
                  autoComplete="off"
                  {...inLanguage(language)}
                  onChange={(_event, title) => setTitles({ ...titles, [language]: title })}
                />
              )}
            </div>
          );
        })}
        <div>
          <Button variant="link" isInline onClick={() => setAdding(true)}>
            {fields.addLanguage}
          </Button>
        </div>
      </FormGroup>
      <Field id={`${id}-binding`} label={fields.bindingLocale} hint={words.bindingChosen}>
        <FormSelect
          id={`${id}-binding`}
          aria-describedby={`${id}-binding-hint`}
          value={binding}
          onChange={(_event, language) => setBinding(language)}
        >
          {[...new Set([...chosen, binding])].map((language) => (
            <FormSelectOption key={language} value={language} label={languageName(language, locale)} />
          ))}
        </FormSelect>
      </Field>
      {isAdding && (
        <AddLanguage
          suggestion=""
          present={languages}
          onClose={() => setAdding(false)}
          onAdd={(language) => {
            setAdding(false);
            setAdded([...added, language]);
            choose(language, true);
          }}
        />
      )}
    </StepFrame>
  );
}

function titlesOf(texts: StepProps["texts"]): Titles {
  return Object.fromEntries(texts.map(({ locale, title }) => [locale, title]));
}

function isSame(a: Titles, b: Titles): boolean {
  return (
    Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((language) => a[language] === b[language])
  );
}
