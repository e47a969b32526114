import { type ComponentType, lazy, type LazyExoticComponent, Suspense } from "react";
import type { SentWords } from "../common/language/messages";
import { Unspoken } from "../common/Unspoken";

/** What the module with the views has besides them. */
interface Speaking {
  speak: (reader: string, words: SentWords) => void;
}

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

/**
 * Views that are fetched, with the words in the language they are shown in, when one of them is shown for the first time; V is
 * the module with all views.
 *
 * @param wordsIn fetches the words in a language
 */
export function lazyViews<V extends Speaking>(wordsIn: (locale: string) => Promise<SentWords>) {
  return function lazyView<P extends { locale: string }>(choose: (views: V) => ComponentType<P>): ComponentType<P> {
    const byLocale = new Map<string, LazyExoticComponent<ComponentType<P>>>();

    function viewIn(locale: string) {
      const View =
        byLocale.get(locale) ??
        lazy(async (): Promise<{ default: ComponentType<P> }> => {
          const [views, words] = await Promise.all([loadViews<V>(), wordsIn(locale).catch(withoutWords)]);
          if (!words) {
            byLocale.delete(locale);
            return { default: Unspoken };
          }
          views.speak(locale, words);
          return { default: choose(views) };
        });
      byLocale.set(locale, View);
      return View as unknown as ComponentType<P>;
    }

    return (props) => {
      const View = viewIn(props.locale);
      return (
        <Suspense fallback={null}>
          <View {...props} />
        </Suspense>
      );
    };
  };
}

function withoutWords(cause: unknown) {
  console.warn("The views of agreements have no words", cause);
}
