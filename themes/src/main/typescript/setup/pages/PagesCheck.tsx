import { Button, Title } from "@patternfly/react-core";
import { useId, useState } from "react";
import type { SamplePage } from "../../api";
import { Alert, languageName, Refusal, useAction, useMessages, useView } from "../../common";
import { examine } from "./examine";
import type { Fault } from "./faults";
import { pageWords } from "./words";

/** A page and what is wrong with it; undefined if it cannot be made. */
interface Seen {
  page: SamplePage;
  faults: readonly Fault[] | undefined;
}

/** Looks at the pages on which users decide, for what the server cannot see. */
export function PagesCheck() {
  const words = useMessages(pageWords);
  const heading = useId();
  const { api } = useView();
  const [seen, setSeen] = useState<readonly Seen[]>();
  const look = useAction(async () => {
    const all: Seen[] = [];
    for (const page of await api.samplePages()) {
      const { html } = await api.samplePage(page);
      all.push({ page, faults: html === undefined ? undefined : await examine(html, page.locale) });
    }
    setSeen(all);
  });
  return (
    <section className="agreements-setup-pages" aria-labelledby={heading} aria-busy={look.isBusy}>
      <Title headingLevel="h2" size="lg" id={heading}>
        {words.title}
      </Title>
      <p>{words.explanation}</p>
      <Button variant="secondary" isLoading={look.isBusy} isDisabled={look.isBusy} onClick={look.run}>
        {words.examine}
      </Button>
      <Refusal cause={look.refusal} />
      <div role="status">{seen !== undefined && !look.isBusy && <Verdict seen={seen} />}</div>
    </section>
  );
}

function Verdict({ seen }: { seen: readonly Seen[] }) {
  const words = useMessages(pageWords);
  const { locale } = useView();
  if (seen.length === 0) {
    return <p>{words.none}</p>;
  }
  const faulty = seen.filter(({ faults }) => faults?.length !== 0);
  return (
    <>
      <Alert
        isInline
        variant={faulty.length === 0 ? "success" : "warning"}
        title={faulty.length === 0 ? words.fine : words.faulty(faulty.length)}
      />
      {faulty.map(({ page, faults }) => (
        <section key={`${page.page} ${page.locale}`} data-page={page.page} data-locale={page.locale}>
          <h3>
            {words[`page${page.page}`]} ({languageName(page.locale, locale)}) <code>{page.template}</code>
          </h3>
          {faults === undefined ? (
            <p>{words.fails}</p>
          ) : (
            <ul>
              {faults.map(({ rule, at }) => (
                <li key={`${rule} ${at}`} data-rule={rule}>
                  {words[rule](at)}
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </>
  );
}
