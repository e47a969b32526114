import { Button } from "@patternfly/react-core";
import { type ReactNode, useId, useState } from "react";
import { useLocale } from "../../common/language/Language";
import { inLanguage } from "../../common/language/languages";
import { languageName, useMessages } from "../../common/language/messages";
import { useMoment } from "../AccountContext";
import type { MyAgreement } from "../api";
import { PageLink } from "../links";
import { ReadingDialog } from "./ReadingDialog";
import { agreementWords } from "./words";

/** An agreement with what the user decided on it, and ways to read. */
export function AgreementCard({
  agreement,
  control,
  children,
}: {
  agreement: MyAgreement;
  /** Beside the title. */
  control?: ReactNode;
  children?: ReactNode;
}) {
  const words = useMessages(agreementWords);
  const heading = useId();
  const [isReading, setReading] = useState(false);
  const { title, changesUrl, version = agreement.open } = agreement;
  const read = agreement.decision ? words.read : words.readOpen(String(version));
  return (
    <article className="agreements-card" aria-labelledby={heading}>
      <div className="agreements-card-head">
        <h3 id={heading} {...inLanguage(agreement.locale)}>
          {title}
        </h3>
        {control}
      </div>
      <p>
        <Decided agreement={agreement} />
      </p>
      <ul className="agreements-ways">
        {version !== undefined && (
          <li>
            <Button
              variant="link"
              isInline
              aria-label={words.ofAgreement(read, title)}
              onClick={() => setReading(true)}
            >
              {read}
            </Button>
          </li>
        )}
        {changesUrl !== undefined && (
          <li>
            <PageLink to={changesUrl}>{words.changes}</PageLink>
          </li>
        )}
      </ul>
      {children}
      {isReading && version !== undefined && (
        <ReadingDialog agreement={agreement} version={version} onClose={() => setReading(false)} />
      )}
    </article>
  );
}

function Decided({ agreement }: { agreement: MyAgreement }) {
  const words = useMessages(agreementWords);
  const locale = useLocale();
  const moment = useMoment();
  const { requirement, decision, version, decidedAt, decidedLocale } = agreement;
  if (!decision || version === undefined || decidedAt === undefined) {
    return <>{words.undecided}</>;
  }
  const language = decidedLocale && words.inLanguage(languageName(decidedLocale, locale));
  const decided =
    requirement === "OPTIONAL" && decision === "DECLINED"
      ? words.notAgreedOn(String(version), moment(decidedAt))
      : words.decided(decision, String(version), moment(decidedAt));
  return <>{[decided, language].filter(Boolean).join(" · ")}</>;
}
