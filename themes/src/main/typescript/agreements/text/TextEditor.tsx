import { Form, TextArea, TextInput } from "@patternfly/react-core";
import { type RefObject, useId, useRef, useState } from "react";
import {
  Failure,
  Field,
  inLanguage,
  languageName,
  Loading,
  type Navigation,
  Refusal,
  useAlerts,
  useLoaded,
  useMessages,
  useView,
} from "../../common";
import { Conflict } from "./Conflict";
import { EditorBar } from "./EditorBar";
import { goToLine } from "./goToLine";
import { Preview } from "./Preview";
import { Recognised } from "./Recognised";
import { RemoveLanguage } from "./RemoveLanguage";
import { scrollAlong } from "./scrollAlong";
import { usePreview } from "./usePreview";
import { type TextDraft, useTextDraft } from "./useTextDraft";
import { useUnsavedGuard } from "../useUnsavedGuard";
import { agreementWords } from "../words";

/** Writes a text in one language, with a preview beside it that scrolls along. */
export function TextEditor({
  agreementKey,
  version,
  locale: language,
  isNew,
  hasOthers,
  isFirst,
  mayPublish,
  guard,
  onSaved,
  onPublish,
  onRemoved,
}: {
  agreementKey: string;
  version: number;
  locale: string;
  /** Whether the text is to be written first. */
  isNew: boolean;
  /** Whether the version has texts in other languages. */
  hasOthers: boolean;
  /** Whether no version came before it: then nothing has changed. */
  isFirst: boolean;
  /** Whether the other texts of the version can be published. */
  mayPublish: boolean;
  guard: Navigation["guard"];
  onSaved: () => void;
  /** The text is saved, and to be published with its version. */
  onPublish: () => void;
  onRemoved: () => void;
}) {
  const { api, locale } = useView();
  const words = useMessages(agreementWords);
  const alerts = useAlerts();
  const work = useTextDraft(agreementKey, version, language, isNew);
  const previewed = usePreview(work.draft?.content ?? "", language);
  const content = useRef<HTMLTextAreaElement>(null);
  const page = useRef<HTMLElement | null>(null);
  const [isRemoving, setRemoving] = useState(false);
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
  const publish = async () => {
    if (work.isChanged) {
      const isDone = await work.save();
      saved(isDone);
      if (!isDone) {
        return;
      }
    }
    onPublish();
  };
  if (work.error !== undefined) {
    return <Failure error={work.error} onRetry={work.retry} />;
  }
  if (!work.draft) {
    return <Loading />;
  }
  return (
    <div className="agreements-text">
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
          asksForSummary={!isFirst}
          onChange={work.change}
          onScroll={() =>
            content.current &&
            page.current &&
            scrollAlong(content.current, page.current, previewed.preview?.outline.articles ?? [])
          }
        />
        <Preview previewed={previewed} title={work.draft.title} language={language} scroller={page} />
        {previewed.preview && (
          <Recognised
            outline={previewed.preview.outline}
            language={language}
            others={others.value}
            onLine={(line) => content.current && goToLine(content.current, line)}
          />
        )}
        <EditorBar
          work={work}
          version={version}
          mayPublish={mayPublish}
          onPublish={() => void publish()}
          onRemove={() => setRemoving(true)}
        />
      </Form>
      {isRemoving && (
        <RemoveLanguage work={work} name={name} onClose={() => setRemoving(false)} onRemoved={onRemoved} />
      )}
    </div>
  );
}

function TextFields({
  draft,
  language,
  content,
  asksForSummary,
  onChange,
  onScroll,
}: {
  draft: TextDraft;
  language: string;
  /** Set to the field of the text. */
  content: RefObject<HTMLTextAreaElement>;
  /** Whether users read what has changed; a summary that is there can always be seen. */
  asksForSummary: boolean;
  onChange: (draft: TextDraft) => void;
  /** When the field of the text has been scrolled. */
  onScroll: () => void;
}) {
  const words = useMessages(agreementWords);
  const id = useId();
  const [hasSummary] = useState(asksForSummary || draft.summary !== "");
  const field = (name: keyof TextDraft) => ({
    id: `${id}-${name}`,
    value: draft[name],
    ...inLanguage(language),
    onChange: (_event: unknown, value: string) => onChange({ ...draft, [name]: value }),
  });
  return (
    <div className="agreements-fields">
      <Field id={`${id}-title`} label={words.titleField} isRequired>
        <TextInput {...field("title")} isRequired autoComplete="off" />
      </Field>
      {hasSummary && (
        <Field id={`${id}-summary`} label={words.summaryField} hint={words.summaryHint}>
          <TextArea
            {...field("summary")}
            aria-describedby={`${id}-summary-hint`}
            rows={3}
            resizeOrientation="vertical"
          />
        </Field>
      )}
      <Field id={`${id}-content`} label={words.contentField} hint={words.contentHint} isRequired>
        <TextArea
          {...field("content")}
          ref={content}
          aria-describedby={`${id}-content-hint`}
          className="agreements-markdown"
          rows={28}
          isRequired
          resizeOrientation="vertical"
          spellCheck
          onScroll={onScroll}
        />
      </Field>
    </div>
  );
}
