import { PageSection, Title } from "@patternfly/react-core";
import { useState } from "react";
import { useLoaded, useMessages, useView } from "../common";
import { HoldList, PAGE } from "./HoldList";
import { holdWords } from "./words";
import "./hold.css";

/** All holds in force in the realm, also on users who are gone; nothing where there are none, and for who may not see them. */
export function HoldsInForce() {
  const words = useMessages(holdWords);
  const { api } = useView();
  const [first, setFirst] = useState(0);
  const holds = useLoaded(() => api.holds({ active: true, first, max: PAGE + 1 }), [api, first]);
  const access = useLoaded(() => api.access(), [api]);
  if (!access.value || !holds.value || (holds.value.length === 0 && first === 0)) {
    return null;
  }
  return (
    <PageSection variant="light">
      <Title headingLevel="h2" size="lg">
        {words.titleOfAll}
      </Title>
      <HoldList holds={holds} access={access.value} first={first} onFirst={setFirst} />
    </PageSection>
  );
}
