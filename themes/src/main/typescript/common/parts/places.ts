import type { MouseEvent } from "react";

/** The place of that name in a text. */
export function placeIn(text: Element, name: string): HTMLElement | undefined {
  return [...text.querySelectorAll<HTMLElement>("[id]")].find(({ id }) => id === name);
}

/** Has a place in a text looked at, by those who see it and those who go on from it with the keyboard. */
export function goTo(place: HTMLElement): void {
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: "start" });
}

/** What a text may lead to; anything else, such as a script, would run here. */
const LEADS_ELSEWHERE = ["https:", "http:", "mailto:", "tel:"];

/** A link in a text leads to a place in it, or opens elsewhere: it must not lead away from what is read or written. */
export function followLink(event: MouseEvent<HTMLElement>): void {
  follow(event, event.currentTarget);
}

/** The same, of a text that stands in a document of its own. */
export function follow(event: Pick<Event, "target" | "preventDefault">, text: Element): void {
  const link = (event.target as Element).closest("a");
  if (!link) {
    return;
  }
  event.preventDefault();
  const address = link.getAttribute("href") ?? "";
  if (address.startsWith("#")) {
    const place = placeIn(text, address.slice(1));
    if (place) {
      goTo(place);
    }
  } else if (LEADS_ELSEWHERE.includes(link.protocol)) {
    window.open(link.href, "_blank", "noopener");
  }
}
