/** Where something is on a page. */
export interface Box {
  top: number;
  bottom: number;
  width: number;
}

/** How a page looks, which only a browser can tell. */
export interface Looks {
  style: (element: Element) => CSSStyleDeclaration;
  /** Undefined if it is not to be seen. */
  box: (element: Element) => Box | undefined;
  /** Whether there is more of it than is in view. */
  overflows: (element: Element) => boolean;
}

/** Something this small is for those who listen. */
const SEEN_FROM = 2;

/** As this browser shows it. */
export const shown: Looks = {
  style: (element) => (element.ownerDocument.defaultView ?? window).getComputedStyle(element),
  box: (element) => {
    const { top, bottom, width, height } = element.getBoundingClientRect();
    const isSeen = width >= SEEN_FROM && height >= SEEN_FROM && shown.style(element).visibility === "visible";
    return isSeen ? { top, bottom, width } : undefined;
  },
  overflows: ({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1,
};
