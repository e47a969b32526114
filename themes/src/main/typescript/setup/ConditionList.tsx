import { Button } from "@patternfly/react-core";
import type { SetupCondition } from "../api";
import { useMessages } from "../common";
import { StateLabel } from "./StateLabel";
import { setupWords } from "./words";

/** All conditions, each with its state in words, why it is so, and what can be done about it. */
export function ConditionList({
  conditions,
  mayChange,
  onMend,
}: {
  conditions: readonly SetupCondition[];
  mayChange: boolean;
  onMend: (condition: string) => void;
}) {
  const words = useMessages(setupWords);
  return (
    <ul className="agreements-setup-list" aria-label={words.title}>
      {conditions.map((condition) => (
        <li key={condition.id} data-condition={condition.id} data-state={condition.state}>
          <div className="agreements-setup-state">
            <StateLabel state={condition.state} />
          </div>
          <div>
            <h2>{condition.title}</h2>
            <p>{condition.sentence}</p>
            {condition.withoutJars !== undefined && (
              <p className="agreements-hint">{words.withoutJars(condition.withoutJars)}</p>
            )}
          </div>
          {mayChange && condition.state === "TO_MEND" && (
            <Button
              variant="secondary"
              aria-label={words.mendThat(condition.title)}
              onClick={() => onMend(condition.id)}
            >
              {words.mend}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
