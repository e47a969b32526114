import { Title } from "@patternfly/react-core";
import type { SetupCondition } from "../api";

/** What would be changed, condition by condition. */
export function ChangeList({ conditions }: { conditions: readonly SetupCondition[] }) {
  return (
    <div className="agreements-setup-changes">
      {conditions
        .filter(({ changes }) => changes.length > 0)
        .map(({ id, title, changes }) => (
          <section key={id} aria-label={title}>
            <Title headingLevel="h2" size="md">
              {title}
            </Title>
            <ul>
              {changes.map((change, index) => (
                <li key={`${index} ${change}`}>{change}</li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
}
