import { type ComponentType, lazy, Suspense } from "react";

let loaded: Promise<unknown> | undefined;

/** Fetches the views and their styles when the first of them is shown. */
function loadViews<V>(): Promise<V> {
  loaded ??= Promise.all([import(beside(VIEWS_SCRIPT)) as Promise<unknown>, addStyle(beside(VIEWS_STYLE))]).then(
    ([module]) => module,
  );
  return loaded as Promise<V>;
}

const beside = (file: string) => new URL(file, import.meta.url).href;

/** A view without its styles is better than none, so a failure counts as done. */
function addStyle(href: string): Promise<void> {
  return new Promise((resolve) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = href;
    link.onload = link.onerror = () => resolve();
    document.head.append(link);
  });
}

/** A view that is fetched when it is shown for the first time; V is the module with all views. */
export function lazyView<V, P extends object>(choose: (views: V) => ComponentType<P>): ComponentType<P> {
  const View = lazy(async () => ({ default: choose(await loadViews<V>()) })) as unknown as ComponentType<P>;
  return (props) => (
    <Suspense fallback={null}>
      <View {...props} />
    </Suspense>
  );
}
