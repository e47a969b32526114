import { Button, Text, TextContent, Title } from "@patternfly/react-core";
import { useState } from "react";
import { ApiError, type Disclosure } from "../api";
import { Paging, useLoaded, useMessages, useView, Waiting } from "../common";
import { DisclosureTable } from "./DisclosureTable";
import { RegisterDialog } from "./RegisterDialog";
import { disclosureWords } from "./words";

const PAGE = 10;

/** To whom data about one user was given; nothing for who may not see it. */
export function DisclosuresOf({ userId }: { userId: string }) {
  const words = useMessages(disclosureWords);
  const { api } = useView();
  const [first, setFirst] = useState(0);
  const [isRegistering, setRegistering] = useState(false);
  const [wrong, setWrong] = useState<Disclosure>();
  const access = useLoaded(() => api.access(), [api]);
  const disclosures = useLoaded(() => api.disclosures({ user: userId, first, max: PAGE + 1 }), [api, userId, first]);
  if (disclosures.error instanceof ApiError && disclosures.error.isForbidden) {
    return null;
  }
  return (
    <section className="agreements-user-heading">
      <TextContent>
        <Title headingLevel="h2" size="lg">
          {words.ofUser}
        </Title>
      </TextContent>
      <Waiting for={disclosures}>
        {(received) =>
          received.length === 0 && first === 0 ? (
            <Text className="agreements-hint">{words.ofUserNone}</Text>
          ) : (
            <>
              <DisclosureTable
                disclosures={received.slice(0, PAGE)}
                onCorrect={access.value?.manageUsers ? setWrong : undefined}
              />
              <Paging first={first} max={PAGE} received={received.length} onFirst={setFirst} />
            </>
          )
        }
      </Waiting>
      {access.value?.manageUsers && (
        <Button variant="secondary" onClick={() => setRegistering(true)}>
          {words.register}
        </Button>
      )}
      {(isRegistering || wrong !== undefined) && (
        <RegisterDialog
          userId={userId}
          wrong={wrong}
          onClose={() => {
            setRegistering(false);
            setWrong(undefined);
            disclosures.reload();
          }}
        />
      )}
    </section>
  );
}
