import { type RefObject, useEffect, useRef } from "react";
import { placeIn } from "../../common/parts/places";
import type { AttentionClause } from "../api";

/** Watches which clauses of a text come into view from their first line to their last, as Keycloak's pages do. */
export function useClausesInView(
  text: RefObject<HTMLElement>,
  html: string,
  clauses: readonly AttentionClause[],
  onSeen: ((anchor: string) => void) | undefined,
): void {
  const report = useRef(onSeen);
  report.current = onSeen;
  const anchors = clauses.map(({ anchor }) => anchor).join(" ");
  useEffect(() => {
    const watched = text.current;
    if (!watched || !canTell()) {
      return undefined;
    }
    const ends = anchors.split(" ").flatMap((anchor) => watch(watched, anchor, () => report.current?.(anchor)));
    return () => ends.forEach((end) => end());
  }, [text, html, anchors]);
}

/** Whether the browser can tell what is in view. */
export const canTell = (): boolean => "IntersectionObserver" in window;

/** @returns how to stop */
function watch(text: HTMLElement, anchor: string, onSeen: () => void): (() => void)[] {
  const clause = placeIn(text, anchor);
  if (!clause) {
    return [];
  }
  const marks = markEnds(clause);
  const unseen = new Set<Element>(marks);
  const observer = new IntersectionObserver((entries) => {
    entries.filter(({ isIntersecting }) => isIntersecting).forEach(({ target }) => unseen.delete(target));
    if (unseen.size === 0) {
      observer.disconnect();
      onSeen();
    }
  });
  marks.forEach((mark) => observer.observe(mark));
  return [() => observer.disconnect(), ...marks.map((mark) => () => mark.remove())];
}

/** Marks that take no room, and are neither the first child nor the last, which styles may be about. */
function markEnds(clause: HTMLElement): HTMLElement[] {
  clause.style.position = "relative";
  return ["inset-block-start", "inset-block-end"].map((end) => {
    const mark = document.createElement("span");
    mark.style.cssText = `position: absolute; ${end}: 0; inset-inline-start: 0; inline-size: 1px; block-size: 1px`;
    clause.insertBefore(mark, clause.lastElementChild);
    return mark;
  });
}
