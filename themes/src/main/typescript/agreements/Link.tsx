import type { MouseEvent, ReactNode } from "react";
import type { Navigation, Place } from "../common";

/** A link to a place; it opens in another tab where somebody asks for that. */
export function Link({ navigation, to, children }: { navigation: Navigation; to: Place; children: ReactNode }) {
  const follow = (event: MouseEvent) => {
    if (event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)) {
      event.preventDefault();
      navigation.go(to);
    }
  };
  return (
    <a href={navigation.hrefOf(to)} onClick={follow}>
      {children}
    </a>
  );
}
