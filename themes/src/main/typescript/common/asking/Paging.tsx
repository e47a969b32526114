import { Button } from "@patternfly/react-core";
import AngleLeftIcon from "@patternfly/react-icons/dist/esm/icons/angle-left-icon";
import AngleRightIcon from "@patternfly/react-icons/dist/esm/icons/angle-right-icon";
import { useMessages } from "../language/messages";
import { commonWords } from "../language/words";

/** Pages through a list whose length nobody counts: ask the server for one row more than a page shows. */
export function Paging({
  first,
  max,
  received,
  onFirst,
}: {
  /** Index of the first row shown. */
  first: number;
  /** How many rows a page shows. */
  max: number;
  /** How many rows came; more than max means that there is a next page. */
  received: number;
  onFirst: (first: number) => void;
}) {
  const words = useMessages(commonWords);
  const shown = Math.min(received, max);
  return (
    <nav className="agreements-paging" aria-label={words.paging}>
      <span aria-live="polite">{shown > 0 && words.fromTo(first + 1, first + shown)}</span>
      <Button
        variant="plain"
        aria-label={words.previousPage}
        isDisabled={first === 0}
        onClick={() => onFirst(Math.max(first - max, 0))}
      >
        <AngleLeftIcon />
      </Button>
      <Button
        variant="plain"
        aria-label={words.nextPage}
        isDisabled={received <= max}
        onClick={() => onFirst(first + max)}
      >
        <AngleRightIcon />
      </Button>
    </nav>
  );
}
