import { useState } from "react";
import { type AgreementsApi, ApiError, type Text } from "../../api";
import { useLoaded, useView } from "../../common";

/** A text while it is written. */
export interface TextDraft {
  title: string;
  summary: string;
  content: string;
}

const EMPTY: TextDraft = { title: "", summary: "", content: "" };

export interface WorkOnText {
  /** Undefined until it has come. */
  draft: TextDraft | undefined;
  error: unknown;
  retry: () => void;
  isChanged: boolean;
  isSaving: boolean;
  /** Whether the text is on the server at all. */
  isSaved: boolean;
  /** The refusal that says that somebody else has changed the text meanwhile. */
  conflict: ApiError | undefined;
  /** Any other refusal. */
  refusal: unknown;
  change: (draft: TextDraft) => void;
  /** Forgets what was written since the text was read. */
  discard: () => void;
  save: () => Promise<boolean>;
  /** After a conflict: drops what was written here. */
  takeTheirs: () => void;
  /** After a conflict: saves what was written here in the place of theirs. */
  keepMine: () => Promise<boolean>;
  remove: () => Promise<boolean>;
}

/** Reads a text, keeps what is written, and saves it without overwriting what somebody else has saved. */
export function useTextDraft(key: string, version: number, locale: string, isNew: boolean): WorkOnText {
  const { api } = useView();
  const read = useLoaded<Text | "none">(
    () => (isNew ? Promise.resolve("none" as const) : api.text(key, version, locale)),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what is new no more was put in place when it was saved
    [api, key, version, locale],
  );
  const [written, setWritten] = useState<TextDraft>();
  const [isSaving, setSaving] = useState(false);
  const [refusal, setRefusal] = useState<unknown>();
  const base = read.value === undefined ? undefined : draftOf(read.value);
  const edits = editsOf(read.value);

  const attempt = async (act: () => Promise<void>): Promise<boolean> => {
    setSaving(true);
    setRefusal(undefined);
    try {
      await act();
      return true;
    } catch (cause) {
      setRefusal(cause);
      return false;
    } finally {
      setSaving(false);
    }
  };
  const saveOver = (known: number | undefined) =>
    attempt(async () => {
      const { title, summary, content } = written ?? base ?? EMPTY;
      const text = { title: title.trim(), content, ...(summary.trim() && { summary: summary.trim() }) };
      const saved = await api.saveText(key, version, locale, {
        ...text,
        ...(known !== undefined && { edits: known }),
      });
      read.replace({ ...saved, content });
      setWritten(undefined);
    });
  const discard = () => {
    setWritten(undefined);
    setRefusal(undefined);
  };
  const isConflict = refusal instanceof ApiError && refusal.isConflict;
  return {
    draft: written ?? base,
    error: read.error,
    retry: read.reload,
    isChanged: written !== undefined && base !== undefined && !isSame(written, base),
    isSaving,
    isSaved: edits !== undefined,
    conflict: isConflict ? refusal : undefined,
    refusal: isConflict ? undefined : refusal,
    change: setWritten,
    discard,
    save: () => saveOver(edits),
    takeTheirs: () => {
      discard();
      read.reload();
    },
    keepMine: async () => {
      let theirs: number | undefined;
      return (
        (await attempt(async () => {
          theirs = await editsNow(api, key, version, locale);
        })) && saveOver(theirs)
      );
    },
    remove: () => attempt(() => api.deleteText(key, version, locale, edits ?? 0)),
  };
}

/** Edits of the text as it is on the server now; undefined if somebody has removed it. */
async function editsNow(api: AgreementsApi, key: string, version: number, locale: string) {
  try {
    return (await api.text(key, version, locale)).edits;
  } catch (cause) {
    if (cause instanceof ApiError && cause.isMissing) {
      return undefined;
    }
    throw cause;
  }
}

const editsOf = (read: Text | "none" | undefined) => (read === "none" ? undefined : read?.edits);

function draftOf(text: Text | "none"): TextDraft {
  return text === "none" ? EMPTY : { title: text.title, summary: text.summary ?? "", content: text.content ?? "" };
}

function isSame(a: TextDraft, b: TextDraft): boolean {
  return a.title === b.title && a.summary === b.summary && a.content === b.content;
}
