import { type MutableRefObject, useCallback, useEffect, useRef } from "react";
import { follow, inLanguage, useLoaded, useView } from "../../common";
import { emptyPage, fill, TEXT } from "./emptyPage";
import { TextPage, type TextPageProps } from "./TextPage";

interface ThemedPageProps extends Omit<TextPageProps, "scroller"> {
  title: string;
  /** Empty page of the realm's login theme; undefined where there is none. */
  page: string | undefined;
  /** What the page is called by those who hear it. */
  name: string;
  scroller?: MutableRefObject<HTMLElement | null> | undefined;
}

/** An empty page of the realm's login theme, as users get it; undefined as long as there is none, or where none can be had. */
export function useEmptyPage(language: string): string | undefined {
  const { api } = useView();
  return useLoaded(async () => emptyPage(await api.listPage(language)), [api, language]).value;
}

/** A text in the look of the realm's login theme, or in that of the console where there is no page of the theme. */
export function ThemedPage({ page, name, scroller, ...text }: ThemedPageProps) {
  return page === undefined ? (
    <TextPage {...text} scroller={scroller} />
  ) : (
    <Frame key={page} page={page} name={name} scroller={scroller} {...text} />
  );
}

function Frame({
  page,
  name,
  title,
  html,
  language,
  className,
  scroller,
}: Omit<ThemedPageProps, "page" | "labelledBy"> & { page: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const show = useCallback(() => {
    const shown = frame.current?.contentDocument;
    if (!shown) {
      return;
    }
    if (!shown.querySelector(TEXT)) {
      write(shown, page);
    }
    fill(shown, { title, html, ...inLanguage(language) });
    if (scroller) {
      scroller.current = shown.documentElement;
    }
  }, [page, title, html, language, scroller]);
  useEffect(show, [show]);
  return (
    // Scripts do not run in it, and it leads nowhere. From it the keyboard scrolls what is around it, too.
    <iframe ref={frame} title={name} className={className} tabIndex={0} sandbox="allow-same-origin" onLoad={show} />
  );
}

/** In place rather than by an address, so that a link to a place in the text leads there, and nowhere else. */
function write(shown: Document, page: string) {
  shown.open();
  shown.write(page);
  shown.close();
  shown.addEventListener("click", (event) => follow(event, shown.body));
}
