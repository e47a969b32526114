import { TextArea } from "@patternfly/react-core";
import { useEffect, useId, useRef, useState } from "react";
import {
  Failure,
  Field,
  inLanguage,
  languageName,
  Loading,
  Refusal,
  useLoaded,
  useMessages,
  useView,
} from "../../../common";
import { Conflict } from "../../text/Conflict";
import { goToLine } from "../../text/goToLine";
import { Preview } from "../../text/Preview";
import { Recognised } from "../../text/Recognised";
import { scrollAlong } from "../../text/scrollAlong";
import { usePreview } from "../../text/usePreview";
import { useTextDraft } from "../../text/useTextDraft";
import { agreementWords } from "../../words";
import { Beginnings } from "./Beginnings";
import { languageShown, LanguageTabs } from "./LanguageTabs";
import { StepFrame } from "../StepFrame";
import type { StepProps } from "../StepProps";
import { isUnwritten, UNWRITTEN } from "../unwritten";

/** Asks for the text, one language after the other. */
export function TextStep(props: StepProps) {
  const { agreement, version, navigation } = props;
  const language = languageShown(agreement, version, navigation.place.text);
  const [entered] = useState(language);
  const [isTurned, setTurned] = useState(false);
  useEffect(() => {
    if (language !== entered) {
      setTurned(true);
    }
  }, [language, entered]);
  return <TextIn key={language} {...props} isContinued={props.isContinued || isTurned} language={language} />;
}

function TextIn(props: StepProps & { language: string }) {
  const { agreement, version, language } = props;
  const { api, locale } = useView();
  const words = useMessages(agreementWords);
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const page = useRef<HTMLElement | null>(null);
  const work = useTextDraft(agreement.key, version.number, language, false);
  const content = isUnwritten(work.draft?.content) ? "" : (work.draft?.content ?? "");
  const previewed = usePreview(content, language);
  const others = useLoaded(() => api.outlines(agreement.key, version.number), [api, agreement.key, version.number]);
  const refused = previewed.preview?.outline.remarks.filter((remark) => remark.refused).length ?? 0;
  const write = (written: string) =>
    work.draft && work.change({ ...work.draft, content: isUnwritten(written) ? UNWRITTEN : written });
  return (
    <StepFrame
      {...props}
      step="text"
      unsaved={{
        isChanged: work.isChanged,
        isReady: !work.isChanged || content !== "",
        isBusy: work.isSaving,
        save: work.save,
      }}
    >
      {(leave) => (
        <LanguageTabs
          agreement={agreement}
          version={version}
          language={language}
          onLanguage={(text) => leave({ agreement: agreement.key, step: "text", text })}
        >
          {work.error !== undefined && <Failure error={work.error} onRetry={work.retry} />}
          {work.error === undefined && !work.draft && <Loading />}
          {work.draft && (
            <>
              <Conflict work={work} onSaved={() => undefined} />
              <Refusal cause={work.refusal} explanation={refused > 0 ? words.recognisedRefused(refused) : undefined} />
              <Beginnings language={language} isEmpty={content === ""} onBegin={write} />
              <div className="agreements-editor">
                <Field
                  id={`${id}-content`}
                  label={`${words.contentField} (${languageName(language, locale)})`}
                  hint={words.contentHint}
                  isRequired
                >
                  <TextArea
                    id={`${id}-content`}
                    aria-describedby={`${id}-content-hint`}
                    ref={field}
                    className="agreements-markdown"
                    rows={24}
                    value={content}
                    isRequired
                    resizeOrientation="vertical"
                    spellCheck
                    {...inLanguage(language)}
                    onChange={(_event, written) => write(written)}
                    onScroll={() =>
                      field.current &&
                      page.current &&
                      scrollAlong(field.current, page.current, previewed.preview?.outline.articles ?? [])
                    }
                  />
                </Field>
                <Preview previewed={previewed} title={work.draft.title} language={language} scroller={page} />
                {previewed.preview && (
                  <Recognised
                    outline={previewed.preview.outline}
                    language={language}
                    others={others.value}
                    onLine={(line) => field.current && goToLine(field.current, line)}
                  />
                )}
              </div>
            </>
          )}
        </LanguageTabs>
      )}
    </StepFrame>
  );
}
