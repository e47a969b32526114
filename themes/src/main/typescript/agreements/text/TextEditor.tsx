import { ActionGroup, AlertActionLink, Button, Form, Text, TextArea, TextInput } from "@patternfly/react-core";
import { type RefObject, useId, useRef, useState } from "react";
import {
  Alert,
  commonWords,
  Dialog,
  Failure,
  Field,
  inLanguage,
  languageName,
  Loading,
  messageOf,
  type Navigation,
  Refusal,
  useAlerts,
  useLoaded,
  useMessages,
  useView,
} from "../../common";
import { goToLine } from "./goToLine";
import { Preview } from "./Preview";
import { Recognised } from "./Recognised";
import { usePreview } from "./usePreview";
import { type TextDraft, useTextDraft, type WorkOnText } from "./useTextDraft";
import { useUnsavedGuard } from "../useUnsavedGuard";
import { agreementWords } from "../words";

/** Writes a text in one language, with a preview beside it. */
export function TextEditor({
  agreementKey,
  version,
  locale: language,
  isNew,
  hasOthers,
  readOnly,
  guard,
  onSaved,
  onRemoved,
}: {
  agreementKey: string;
  version: number;
  locale: string;
  /** Whether the text is to be written first. */
  isNew: boolean;
  /** Whether the version has texts in other languages. */
  hasOthers: boolean;
  /** Why the text cannot be changed; left out if it can. */
  readOnly: string | undefined;
  guard: Navigation["guard"];
  onSaved: () => void;
  onRemoved: () => void;
}) {
  const { api, locale } = useView();
  const words = useMessages(agreementWords);
  const alerts = useAlerts();
  const work = useTextDraft(agreementKey, version, language, isNew);
  const previewed = usePreview(work.draft?.content ?? "", language);
  const content = useRef<HTMLTextAreaElement>(null);
  const others = useLoaded(
    () => (hasOthers ? api.outlines(agreementKey, version) : Promise.resolve({ texts: {} })),
    [api, agreementKey, version, hasOthers],
  );
  const refused = previewed.preview?.outline.remarks.filter((remark) => remark.refused).length ?? 0;
  const name = languageName(language, locale);
  useUnsavedGuard(work.isChanged, words.leaveUnsaved, guard);

  const saved = (isDone: boolean) => {
    if (isDone) {
      alerts.succeeded(words.textSaved(name));
      onSaved();
    }
  };
  if (work.error !== undefined) {
    return <Failure error={work.error} onRetry={work.retry} />;
  }
  if (!work.draft) {
    return <Loading />;
  }
  return (
    <div className="agreements-text">
      {readOnly && <Alert variant="info" isInline isPlain title={readOnly} />}
      <Conflict work={work} onSaved={saved} />
      <Refusal cause={work.refusal} explanation={refused > 0 ? words.recognisedRefused(refused) : undefined} />
      <Form
        className="agreements-editor"
        onSubmit={(event) => {
          event.preventDefault();
          void work.save().then(saved);
        }}
      >
        <TextFields
          draft={work.draft}
          language={language}
          content={content}
          isReadOnly={readOnly !== undefined}
          onChange={work.change}
        />
        <Preview previewed={previewed} language={language} />
        {previewed.preview && (
          <Recognised
            outline={previewed.preview.outline}
            language={language}
            others={others.value}
            onLine={(line) => content.current && goToLine(content.current, line)}
          />
        )}
        {!readOnly && <EditorActions work={work} name={name} onRemoved={onRemoved} />}
      </Form>
    </div>
  );
}

function TextFields({
  draft,
  language,
  content,
  isReadOnly,
  onChange,
}: {
  draft: TextDraft;
  language: string;
  /** Set to the field of the text. */
  content: RefObject<HTMLTextAreaElement>;
  isReadOnly: boolean;
  onChange: (draft: TextDraft) => void;
}) {
  const words = useMessages(agreementWords);
  const id = useId();
  const field = (name: keyof TextDraft) => ({
    id: `${id}-${name}`,
    value: draft[name],
    ...inLanguage(language),
    onChange: (_event: unknown, value: string) => onChange({ ...draft, [name]: value }),
    ...(isReadOnly && { readOnlyVariant: "default" as const }),
  });
  return (
    <div className="agreements-fields">
      <Field id={`${id}-title`} label={words.titleField} isRequired={!isReadOnly}>
        <TextInput {...field("title")} isRequired={!isReadOnly} autoComplete="off" />
      </Field>
      <Field id={`${id}-summary`} label={words.summaryField} hint={words.summaryHint}>
        <TextArea {...field("summary")} aria-describedby={`${id}-summary-hint`} rows={3} resizeOrientation="vertical" />
      </Field>
      <Field id={`${id}-content`} label={words.contentField} hint={words.contentHint} isRequired={!isReadOnly}>
        <TextArea
          {...field("content")}
          ref={content}
          aria-describedby={`${id}-content-hint`}
          className="agreements-markdown"
          rows={28}
          isRequired={!isReadOnly}
          resizeOrientation="vertical"
          spellCheck
        />
      </Field>
    </div>
  );
}

function EditorActions({ work, name, onRemoved }: { work: WorkOnText; name: string; onRemoved: () => void }) {
  const words = useMessages(agreementWords);
  const common = useMessages(commonWords);
  const [isRemoving, setRemoving] = useState(false);
  return (
    <ActionGroup className="agreements-editor-actions">
      <Button type="submit" isDisabled={!work.isChanged || !isWritten(work)} isLoading={work.isSaving}>
        {common.save}
      </Button>
      <Button variant="link" isDisabled={!work.isChanged} onClick={work.discard}>
        {words.discard}
      </Button>
      {work.isSaved && (
        <Button variant="link" isDanger onClick={() => setRemoving(true)}>
          {words.removeLanguage}
        </Button>
      )}
      <span role="status" className="agreements-hint">
        {work.isChanged && words.unsaved}
      </span>
      {isRemoving && (
        <RemoveLanguage work={work} name={name} onClose={() => setRemoving(false)} onRemoved={onRemoved} />
      )}
    </ActionGroup>
  );
}

const isWritten = ({ draft }: WorkOnText) => Boolean(draft?.title.trim() && draft.content.trim());

function RemoveLanguage({
  work,
  name,
  onClose,
  onRemoved,
}: {
  work: WorkOnText;
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

/** Says that somebody else was faster, and lets choose whose words stay. */
function Conflict({ work, onSaved }: { work: WorkOnText; onSaved: (isDone: boolean) => void }) {
  const words = useMessages(agreementWords);
  if (!work.conflict) {
    return null;
  }
  return (
    <Alert
      variant="warning"
      isInline
      isLiveRegion
      title={words.conflictTitle}
      actionLinks={
        <>
          <AlertActionLink onClick={work.takeTheirs}>{words.conflictReload}</AlertActionLink>
          <AlertActionLink onClick={() => void work.keepMine().then(onSaved)}>{words.conflictKeep}</AlertActionLink>
        </>
      }
    >
      <Text>{words.conflictText}</Text>
      <Text>{messageOf(work.conflict)}</Text>
    </Alert>
  );
}
