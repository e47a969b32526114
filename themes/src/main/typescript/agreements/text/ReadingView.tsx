import { Text, TextContent, Title } from "@patternfly/react-core";
import { useId } from "react";
import type { Preview, Text as StoredText } from "../../api";
import { Alert, followLink, inLanguage, type Loaded, useLoaded, useMessages, useView, Waiting } from "../../common";
import { agreementWords } from "../words";

/** A text that cannot be changed, to be read as users read it. */
export function ReadingView({
  agreementKey,
  version,
  locale: language,
  reason,
}: {
  agreementKey: string;
  version: number;
  locale: string;
  /** Why it cannot be changed. */
  reason: string;
}) {
  const { api } = useView();
  const read: Loaded<[StoredText, Preview]> = useLoaded(async () => {
    const text = await api.text(agreementKey, version, language);
    return [text, await api.preview(text.content ?? "", language)];
  }, [api, agreementKey, version, language]);
  return (
    <div className="agreements-text">
      <Alert variant="info" isInline isPlain title={reason} />
      <Waiting for={read}>
        {([text, preview]) => <Reading text={text} html={preview.html} language={language} />}
      </Waiting>
    </div>
  );
}

function Reading({ text: { title, summary }, html, language }: { text: StoredText; html: string; language: string }) {
  const words = useMessages(agreementWords);
  const id = useId();
  return (
    <article className="agreements-reading-view">
      <Title headingLevel="h2" size="xl" id={id} {...inLanguage(language)}>
        {title}
      </Title>
      {summary && (
        <section className="agreements-reading-summary">
          <Text className="agreements-hint">{words.summaryField}</Text>
          <Text {...inLanguage(language)}>{summary}</Text>
        </section>
      )}
      <div
        className="agreements-page"
        role="document"
        tabIndex={0}
        aria-labelledby={id}
        {...inLanguage(language)}
        onClick={followLink}
      >
        <TextContent dangerouslySetInnerHTML={{ __html: html }} />
      </div>
    </article>
  );
}
