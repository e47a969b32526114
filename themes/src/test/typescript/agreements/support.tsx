import { render } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { vi } from "vitest";
import { AgreementsView } from "../../../main/typescript/agreements/AgreementsView";
import type { Navigation, Place, ViewProps } from "../../../main/typescript/common";
import { addressOf } from "../../../main/typescript/common/places";
import { viewProps } from "../support/viewProps";

/** Shows the agreements at a place. Going elsewhere shows that, unless it is guarded. */
export function open(place: Place, props: Partial<ViewProps> = {}) {
  let mayLeave: (() => boolean) | undefined;
  const go = vi.fn((next: Place) => {
    if (!mayLeave || mayLeave()) {
      show(next);
    }
  });
  const guard: Navigation["guard"] = (question) => {
    mayLeave = question;
    return () => {
      mayLeave = undefined;
    };
  };
  const hrefOf = (to: Place) => {
    const { pathname, search } = addressOf("shop", to);
    return `#${pathname}${search}`;
  };
  const view = (at: Place) => (
    <AgreementsView {...viewProps} {...props} navigation={{ place: at, go, guard, hrefOf }} />
  );
  const { rerender } = render(view(place));
  const show = (at: Place) => rerender(view(at));
  return { user: userEvent.setup(), go };
}
