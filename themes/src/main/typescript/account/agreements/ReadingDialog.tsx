import { Button, ModalVariant } from "@patternfly/react-core";
import { useEffect, useId, useRef, useState } from "react";
import { inLanguage } from "../../common/language/languages";
import { useMessages } from "../../common/language/messages";
import { Waiting } from "../../common/asking/Waiting";
import { commonWords } from "../../common/language/words";
import type { MyAgreement } from "../api";
import { PageLink } from "../links";
import { AgreementText } from "./AgreementText";
import { usePublished } from "./usePublished";
import { agreementWords } from "./words";
import { Modal } from "../../common/parts/Modal";

/** A version to read: the one decided on as it was, in the language it was in then. On a phone it is as large as the screen. */
export function ReadingDialog({
  agreement,
  version,
  onClose,
}: {
  agreement: MyAgreement;
  version: number;
  onClose: () => void;
}) {
  const words = useMessages(agreementWords);
  const common = useMessages(commonWords);
  const heading = useId();
  const text = usePublished(agreement.key, version, { language: agreement.decidedLocale });
  const scroller = useRef<HTMLDivElement>(null);
  const [read, setRead] = useState(0);
  const note = () => setRead(scroller.current ? shareRead(scroller.current) : 0);
  useEffect(() => {
    if (text.value) {
      note();
    }
  }, [text.value]);
  return (
    <Modal
      variant={ModalVariant.medium}
      className="agreements-sheet"
      header={
        <div className="agreements-sheet-head">
          <div>
            <h1 id={heading} {...inLanguage(agreement.locale)}>
              {agreement.title}
            </h1>
            <p>
              {common.version(version)} · <PageLink to={agreement.url}>{words.permalink}</PageLink>
            </p>
          </div>
          <div className="agreements-sheet-way">
            <progress max={100} value={read} aria-label={words.readSoFar} />
            <Button variant="secondary" onClick={onClose}>
              {words.readDone}
            </Button>
          </div>
        </div>
      }
      aria-labelledby={heading}
      showClose={false}
      hasNoBodyWrapper
      elementToFocus=".agreements-sheet-text"
      onClose={onClose}
    >
      <div ref={scroller} className="agreements-sheet-text" tabIndex={-1} onScroll={note}>
        <Waiting for={text}>
          {(shown) => (
            <>
              {shown.title !== agreement.title && (
                <p className="agreements-hint" {...inLanguage(shown.locale)}>
                  {shown.title}
                </p>
              )}
              <AgreementText shown={shown} />
            </>
          )}
        </Waiting>
      </div>
    </Modal>
  );
}

/** How much of it was scrolled through, in a hundred; all of what need not be scrolled. */
function shareRead({ scrollTop, scrollHeight, clientHeight }: HTMLElement): number {
  const way = scrollHeight - clientHeight;
  return way > 0 ? Math.min(100, Math.ceil((100 * scrollTop) / way)) : 100;
}
