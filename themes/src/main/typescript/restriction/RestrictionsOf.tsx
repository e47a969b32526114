import { Button, Text, TextContent, Title } from "@patternfly/react-core";
import { useState } from "react";
import { ApiError } from "../api";
import { Alert, dateTime, useLoaded, useMessages, useView } from "../common";
import { ImposeDialog } from "./dialog/ImposeDialog";
import { RestrictionList, useRestrictions } from "./RestrictionList";
import { restrictionWords } from "./words";
import "./restriction.css";

/** What is, or was, imposed on one user, and a way to impose something; nothing for who may not see it. */
export function RestrictionsOf({
  user,
  onChanged,
}: {
  user: { id: string; name: string };
  /** The account is being closed, or no longer: what else was read of the user is out of date. */
  onChanged: () => void;
}) {
  const words = useMessages(restrictionWords);
  const { api } = useView();
  const [isImposing, setImposing] = useState(false);
  const access = useLoaded(() => api.access(), [api]);
  const list = useRestrictions({ user: user.id });
  const { restrictions } = list;
  if (restrictions.error instanceof ApiError && restrictions.error.isForbidden) {
    return null;
  }
  const mayAct = access.value?.manageUsers ?? false;
  const changed = () => {
    restrictions.reload();
    onChanged();
  };
  return (
    <section className="agreements-restriction-section">
      <TextContent>
        <Title headingLevel="h2" size="lg">
          {words.ofUser}
        </Title>
        <Text>{words.ofUserHint}</Text>
      </TextContent>
      <Barred userId={user.id} />
      <RestrictionList list={list} none={words.ofUserNone} isOfOneUser mayAct={mayAct} onChanged={changed} />
      {mayAct && (
        <Button variant="secondary" onClick={() => setImposing(true)}>
          {words.impose}
        </Button>
      )}
      {isImposing && (
        <ImposeDialog
          user={user}
          onClose={() => {
            setImposing(false);
            changed();
          }}
        />
      )}
    </section>
  );
}

/** That the account has a name which was to be kept from being registered again: an administrator made it all the same. */
function Barred({ userId }: { userId: string }) {
  const words = useMessages(restrictionWords);
  const { api, locale, timeZone } = useView();
  const barred = useLoaded(() => api.barredNames(userId), [api, userId]);
  return barred.value === undefined || barred.value.length === 0 ? null : (
    <Alert variant="warning" isInline component="h3" title={words.isBarred}>
      {barred.value.map(({ kind, until }) => (
        <div key={kind}>{words.barredUntilWhen(words[`barred${kind}`], dateTime(until, locale, timeZone))}</div>
      ))}
    </Alert>
  );
}
