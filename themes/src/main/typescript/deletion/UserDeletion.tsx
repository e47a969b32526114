import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from "@patternfly/react-core";
import type { ReactNode } from "react";
import type { DeletionRequest } from "../api";
import { Alert, dateTime, useLoaded, useMessages, useView } from "../common";
import { RequestActions } from "./RequestActions";
import { RequestState } from "./RequestState";
import { deletionWords } from "./words";
import "./deletion.css";

/** That a user wants the account deleted, with what can be done about it. */
export function UserDeletion({
  request,
  username,
  onChanged,
}: {
  request: DeletionRequest;
  /** What the user is called. */
  username: string;
  /** What was read before is out of date. */
  onChanged: () => void;
}) {
  const words = useMessages(deletionWords);
  const { api, locale, timeZone } = useView();
  const access = useLoaded(() => api.access(), [api]);
  return (
    <Alert
      variant="warning"
      isInline
      className="agreements-deletion-of-user"
      component="h2"
      title={words.userAsked}
      actionLinks={
        access.value?.manageUsers && <RequestActions request={request} username={username} onChanged={onChanged} />
      }
    >
      <DescriptionList isHorizontal isCompact>
        <Entry term={words.requestedAt}>{dateTime(request.requestedAt, locale, timeZone)}</Entry>
        <Entry term={words.dueAt}>{dateTime(request.dueAt, locale, timeZone)}</Entry>
        <Entry term={words.state}>
          <RequestState request={request} />
        </Entry>
      </DescriptionList>
    </Alert>
  );
}

function Entry({ term, children }: { term: string; children: ReactNode }) {
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{term}</DescriptionListTerm>
      <DescriptionListDescription>{children}</DescriptionListDescription>
    </DescriptionListGroup>
  );
}
