import { type DependencyList, useCallback, useEffect, useState } from "react";

/** Something on its way from the server. While it is loaded anew the former value stays. */
export interface Loaded<T> {
  value?: T;
  error?: unknown;
  isLoading: boolean;
  /** Loads it anew. */
  reload: () => void;
  /** Puts a value in place that is known already, such as the server's answer to a change. */
  replace: (value: T) => void;
}

/** Loads something, and again whenever what it depends on changes; an answer that comes too late is dropped. */
export function useLoaded<T>(load: () => Promise<T>, dependencies: DependencyList): Loaded<T> {
  const [state, setState] = useState<{ value?: T; error?: unknown; isLoading: boolean }>({ isLoading: true });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    setState(({ value }) => ({ ...(value === undefined ? {} : { value }), isLoading: true }));
    load().then(
      (value) => isCurrent && setState({ value, isLoading: false }),
      (error: unknown) => isCurrent && setState({ error, isLoading: false }),
    );
    return () => {
      isCurrent = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- whoever calls this names them, and ESLint looks at them there
  }, [...dependencies, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  const replace = useCallback((value: T) => setState({ value, isLoading: false }), []);
  return { ...state, reload, replace };
}
