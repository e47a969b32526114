import { Text, TextContent } from "@patternfly/react-core";
import { type MouseEvent, useEffect, useId, useState } from "react";
import type { Preview as Rendered } from "../../api";
import { inLanguage, messageOf, useMessages, useView } from "../../common";
import { agreementWords } from "../words";

const PAUSE_IN_TYPING = 400;

/** What users will see of a text, made by the server whenever there is a pause in typing. */
export function Preview({ content, language }: { content: string; language: string }) {
  const words = useMessages(agreementWords);
  const { rendered, error } = useRendered(content);
  const heading = useId();
  return (
    <section className="agreements-preview" aria-labelledby={heading}>
      <div className="agreements-preview-head">
        <h2 id={heading}>{words.preview}</h2>
        {rendered && <span className="agreements-hint">{words.previewArticles(rendered.articles)}</span>}
      </div>
      {error !== undefined && <Text>{messageOf(error)}</Text>}
      <div
        className="agreements-page"
        {...(rendered?.html && inLanguage(language))}
        tabIndex={0}
        role="document"
        aria-labelledby={heading}
        onClick={openElsewhere}
      >
        {rendered?.html ? (
          <TextContent dangerouslySetInnerHTML={{ __html: rendered.html }} />
        ) : (
          <Text className="agreements-hint">{words.previewEmpty}</Text>
        )}
      </div>
    </section>
  );
}

function useRendered(content: string) {
  const { api } = useView();
  const [state, setState] = useState<{ rendered?: Rendered; error?: unknown }>({});
  useEffect(() => {
    if (content.trim() === "") {
      setState({});
      return undefined;
    }
    let isCurrent = true;
    const timer = setTimeout(() => {
      api.preview(content).then(
        (rendered) => isCurrent && setState({ rendered }),
        (error: unknown) => isCurrent && setState((before) => ({ ...before, error })),
      );
    }, PAUSE_IN_TYPING);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [api, content]);
  return state;
}

/** A link in the text must not lead away from what is being written. */
function openElsewhere(event: MouseEvent) {
  const link = (event.target as Element).closest("a");
  if (link) {
    event.preventDefault();
    window.open(link.href, "_blank", "noopener");
  }
}
