import { Button, PageSection, Text, TextContent } from "@patternfly/react-core";
import LockIcon from "@patternfly/react-icons/dist/esm/icons/lock-icon";
import SyncAltIcon from "@patternfly/react-icons/dist/esm/icons/sync-alt-icon";
import type { ReactNode } from "react";
import { ApiError } from "../api";
import { Nothing, useLoaded, useMessages, useView, View, type ViewProps, Waiting } from "../common";
import { History } from "./History";
import { coverageWords } from "./words";
import { Overview } from "./Overview";
import { UsersByStatus } from "./UsersByStatus";
import { VersionTable } from "./VersionTable";
import "./coverage.css";

export interface CoverageProps {
  /** Key of the agreement. */
  agreementKey: string;
  /** Goes to the page of a user; without it users are named and no more. */
  onUser?: (userId: string) => void;
}

/** How far users have come with one agreement. */
export function CoverageView({ agreementKey, onUser, ...props }: ViewProps & CoverageProps) {
  return (
    <View {...props}>
      <CoverageOfAgreement agreementKey={agreementKey} onUser={onUser} />
    </View>
  );
}

/** The same, inside a view. */
export function CoverageOfAgreement({ agreementKey, onUser }: CoverageProps) {
  const words = useMessages(coverageWords);
  const { api } = useView();
  const coverage = useLoaded(() => api.coverage(agreementKey), [api, agreementKey]);
  if (coverage.error instanceof ApiError && coverage.error.isForbidden) {
    return (
      <Nothing title={words.forbidden} icon={LockIcon}>
        {words.forbiddenHint}
      </Nothing>
    );
  }
  return (
    <PageSection variant="light">
      <Waiting for={coverage}>
        {(known) =>
          known.version === undefined ? (
            <Nothing title={words.nothingOpen}>{words.nothingOpenHint}</Nothing>
          ) : (
            <div className="agreements-coverage" aria-busy={coverage.isLoading}>
              <Part
                title={words.users}
                action={
                  <Button variant="link" icon={<SyncAltIcon />} onClick={coverage.reload}>
                    {words.refresh}
                  </Button>
                }
              >
                <UsersByStatus key={agreementKey} coverage={known} onUser={onUser} />
              </Part>
              <Part title={words.overview}>
                <Overview coverage={known} />
              </Part>
              <Part title={words.history}>
                <History coverage={known} />
              </Part>
              <Part title={words.versions}>
                <VersionTable coverage={known} />
              </Part>
            </div>
          )
        }
      </Waiting>
    </PageSection>
  );
}

function Part({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section>
      <div className="agreements-coverage-heading">
        <TextContent>
          <Text component="h2">{title}</Text>
        </TextContent>
        {action}
      </div>
      {children}
    </section>
  );
}
