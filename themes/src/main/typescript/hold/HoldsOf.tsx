import { Button, Text, TextContent, Title } from "@patternfly/react-core";
import { useState } from "react";
import { ApiError } from "../api";
import { useLoaded, useMessages, useView, Waiting } from "../common";
import { HoldList, PAGE } from "./HoldList";
import type { HoldSubject } from "./HoldSubject";
import { PlaceDialog } from "./PlaceDialog";
import { holdWords } from "./words";
import "./hold.css";

/** The holds in force on the records of one user or agreement, and a way to place one; nothing for who may not see them. */
export function HoldsOf({ subject }: { subject: HoldSubject }) {
  const { userId, agreement } = subject;
  const words = useMessages(holdWords);
  const { api } = useView();
  const [first, setFirst] = useState(0);
  const [isPlacing, setPlacing] = useState(false);
  const holds = useLoaded(
    () =>
      api.holds({
        ...(agreement === undefined ? { user: userId } : { agreement }),
        active: true,
        first,
        max: PAGE + 1,
      }),
    [api, userId, agreement, first],
  );
  const access = useLoaded(() => api.access(), [api]);
  const mayManage = access.value?.manageUsers && (agreement === undefined || access.value.manageRealm);
  if (holds.error instanceof ApiError && holds.error.isForbidden) {
    return null;
  }
  return (
    <section className="agreements-hold-section">
      <TextContent>
        <Title headingLevel="h2" size="lg">
          {words.title}
        </Title>
        <Text>{agreement === undefined ? words.meaningOfUser : words.meaningOfAgreement}</Text>
      </TextContent>
      <Waiting for={holds}>
        {(received) =>
          received.length === 0 && first === 0 ? (
            <Text className="agreements-hint">{words.none}</Text>
          ) : (
            <HoldList holds={holds} access={access.value} first={first} onFirst={setFirst} />
          )
        }
      </Waiting>
      {mayManage && (
        <Button variant="secondary" onClick={() => setPlacing(true)}>
          {words.place}
        </Button>
      )}
      {isPlacing && (
        <PlaceDialog
          subject={subject}
          onClose={() => {
            setPlacing(false);
            holds.reload();
          }}
        />
      )}
    </section>
  );
}
