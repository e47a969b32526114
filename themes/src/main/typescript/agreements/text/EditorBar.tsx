import { Button } from "@patternfly/react-core";
import { commonWords, useMessages } from "../../common";
import { isUnwritten } from "../guide/unwritten";
import type { WorkOnText } from "./useTextDraft";
import { agreementWords } from "../words";

/** What can be done with a text while it is written, and whether it is saved; it stays in view. */
export function EditorBar({
  work,
  version,
  mayPublish,
  onPublish,
  onRemove,
}: {
  work: WorkOnText;
  /** Number of the version the text is of. */
  version: number;
  /** Whether the other texts of the version can be published. */
  mayPublish: boolean;
  onPublish: () => void;
  onRemove: () => void;
}) {
  const words = useMessages(agreementWords);
  const common = useMessages(commonWords);
  const { isChanged, isSaving, isSaved } = work;
  const isWritten = Boolean(work.draft?.title.trim() && work.draft.content.trim());
  const state = isSaving ? words.saving : isChanged ? words.unsaved : isSaved ? words.saved : "";
  return (
    <div className="agreements-bar">
      <Button type="submit" isDisabled={!isChanged || !isWritten || isSaving} isLoading={isSaving}>
        {common.save}
      </Button>
      <Button
        variant="secondary"
        aria-label={isChanged ? words.saveAndPublish : words.actionOn(words.publish, version)}
        isDisabled={isSaving || !mayPublish || !isWritten || isUnwritten(work.draft?.content)}
        onClick={onPublish}
      >
        {isChanged ? words.saveAndPublish : words.publish}
      </Button>
      <Button variant="link" isDisabled={!isChanged || isSaving} onClick={work.discard}>
        {words.discard}
      </Button>
      {isSaved && (
        <Button variant="link" isDanger isDisabled={isSaving} onClick={onRemove}>
          {words.removeLanguage}
        </Button>
      )}
      <span role="status" className="agreements-hint">
        {state}
      </span>
      {!mayPublish && <span className="agreements-hint">{words.notAllWritten}</span>}
    </div>
  );
}
