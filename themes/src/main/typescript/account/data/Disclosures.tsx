import { Text } from "@patternfly/react-core";
import { useState } from "react";
import { useMessages } from "../../common/language/messages";
import { Paging } from "../../common/asking/Paging";
import { useLoaded } from "../../common/asking/useLoaded";
import { Waiting } from "../../common/asking/Waiting";
import { useAccount, useMoment } from "../AccountContext";
import type { MyRecord } from "../api";
import { Section } from "../Section";
import { dataWords } from "./words";

const PAGE = 10;

/** To whom else data about the user was given; not what the user has been told otherwise since. */
export function Disclosures() {
  const words = useMessages(dataWords);
  const { api } = useAccount();
  const [first, setFirst] = useState(0);
  const records = useLoaded(() => api.records({ type: ["DISCLOSURE"], first, max: PAGE + 1 }), [api, first]);
  return (
    <Section title={words.disclosures} explanation={words.disclosuresHint}>
      <Waiting for={records}>
        {(received) =>
          received.length === 0 && first === 0 ? (
            <Text>{words.disclosuresNone}</Text>
          ) : (
            <>
              <ol className="agreements-records">
                {received
                  .slice(0, PAGE)
                  .filter(({ corrected }) => !corrected)
                  .map((record) => (
                    <Disclosure key={record.id} record={record} />
                  ))}
              </ol>
              {(first > 0 || received.length > PAGE) && (
                <Paging first={first} max={PAGE} received={received.length} onFirst={setFirst} />
              )}
            </>
          )
        }
      </Waiting>
    </Section>
  );
}

function Disclosure({ record: { occurredAt, details = {} } }: { record: MyRecord }) {
  const words = useMessages(dataWords);
  const moment = useMoment();
  const told = (["ground", "data", "reference", "silence", "note"] as const).filter(
    (name) => textOf(details[name]) !== undefined,
  );
  const given = typeof details.disclosedAt === "number" ? details.disclosedAt : undefined;
  return (
    <li>
      <div>
        <div>{words.disclosedTo(textOf(details.recipient) ?? words.unnamed)}</div>
        <div className="agreements-hint">
          {given === undefined ? moment(occurredAt) : `${words.disclosedAt} ${moment(given)}`}
        </div>
        {typeof details.corrects === "string" && <div className="agreements-hint">{words.correction}</div>}
        {told.length > 0 && (
          <dl className="agreements-told">
            {told.map((name) => (
              <div key={name}>
                <dt>{words[name]}</dt>
                <dd dir="auto">{name === "ground" ? groundOf(details.ground, words) : textOf(details[name])}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </li>
  );
}

/** A ground that is none of the closed list is shown as it is on record. */
function groundOf(ground: unknown, words: Record<string, unknown>): string | undefined {
  const known = typeof ground === "string" ? words[`ground${ground}`] : undefined;
  return typeof known === "string" ? known : textOf(ground);
}

function textOf(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    return value.map(textOf).filter(Boolean).join(", ") || undefined;
  }
  if (value === undefined || value === null || value === "") {
    return undefined;
  }
  return typeof value === "string" ? value : JSON.stringify(value);
}
