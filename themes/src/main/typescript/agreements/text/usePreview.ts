import { useEffect, useState } from "react";
import type { Preview } from "../../api";
import { useView } from "../../common";

const PAUSE_IN_TYPING = 400;

/** A text as the server made it ready last. */
export interface Previewed {
  preview?: Preview;
  error?: unknown;
}

/** Has the server make a text ready whenever there is a pause in typing. */
export function usePreview(content: string, language: string): Previewed {
  const { api } = useView();
  const [state, setState] = useState<Previewed>({});
  useEffect(() => {
    if (content.trim() === "") {
      setState({});
      return undefined;
    }
    let isCurrent = true;
    const timer = setTimeout(() => {
      api.preview(content, language).then(
        (preview) => isCurrent && setState({ preview }),
        (error: unknown) => isCurrent && setState((before) => ({ ...before, error })),
      );
    }, PAUSE_IN_TYPING);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [api, content, language]);
  return state;
}
