import {
  FormSelect,
  FormSelectOption,
  PageSection,
  Text,
  TextContent,
  Title,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from "@patternfly/react-core";
import { useState } from "react";
import { RESTRICTION_KINDS, type RestrictionKind } from "../api";
import { useLoaded, useMessages, useView, View, ViewHeader, type ViewProps } from "../common";
import { RestrictionList, useRestrictions } from "./RestrictionList";
import { restrictionWords } from "./words";
import "./restriction.css";

interface ListProps {
  /** Goes to the page of a user; without it users are named and no more. */
  onUser?: (userId: string) => void;
}

/** What is, or was, imposed on the users of a realm; those who wait for an answer in front. */
export function RestrictionsView({ onUser, ...props }: ViewProps & ListProps) {
  return (
    <View {...props}>
      <All onUser={onUser} />
    </View>
  );
}

const STATES = { any: undefined, active: true, ended: false } as const;
type State = keyof typeof STATES;

function All({ onUser }: ListProps) {
  const words = useMessages(restrictionWords);
  const { api } = useView();
  const [kind, setKind] = useState<RestrictionKind>();
  const [state, setState] = useState<State>("any");
  const access = useLoaded(() => api.access(), [api]);
  const filter = { kind, active: STATES[state] };
  const waiting = useRestrictions({ ...filter, appealed: true });
  const rest = useRestrictions({ ...filter, appealed: false });
  const reload = () => {
    waiting.restrictions.reload();
    rest.restrictions.reload();
  };
  const choose = (change: () => void) => {
    change();
    waiting.setFirst(0);
    rest.setFirst(0);
  };
  const shown = { mayAct: access.value?.manageUsers ?? false, onUser, onChanged: reload };
  return (
    <>
      <ViewHeader title={words.title} explanation={words.explanation} />
      <PageSection variant="light">
        <Toolbar inset={{ default: "insetNone" }}>
          <ToolbarContent>
            <ToolbarItem>
              <FormSelect
                aria-label={words.kind}
                value={kind ?? ""}
                onChange={(_event, value) =>
                  choose(() => setKind(value === "" ? undefined : (value as RestrictionKind)))
                }
              >
                <FormSelectOption value="" label={words.anyKind} />
                {RESTRICTION_KINDS.map((each) => (
                  <FormSelectOption key={each} value={each} label={words[`kind${each}`]} />
                ))}
              </FormSelect>
            </ToolbarItem>
            <ToolbarItem>
              <FormSelect
                aria-label={words.state}
                value={state}
                onChange={(_event, value) => choose(() => setState(value as State))}
              >
                <FormSelectOption value="any" label={words.anyState} />
                <FormSelectOption value="active" label={words.stateActive} />
                <FormSelectOption value="ended" label={words.stateEnded} />
              </FormSelect>
            </ToolbarItem>
          </ToolbarContent>
        </Toolbar>
        <section className="agreements-restriction-section">
          <Heading hint={words.waitingHint}>{words.waiting}</Heading>
          <RestrictionList list={waiting} none={words.waitingNone} {...shown} />
        </section>
        <section className="agreements-restriction-section">
          <Heading>{words.rest}</Heading>
          <RestrictionList list={rest} none={words.none} {...shown} />
        </section>
      </PageSection>
    </>
  );
}

function Heading({ hint, children }: { hint?: string; children: string }) {
  return (
    <TextContent>
      <Title headingLevel="h2" size="lg">
        {children}
      </Title>
      {hint && <Text className="agreements-hint">{hint}</Text>}
    </TextContent>
  );
}
