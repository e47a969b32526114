import { ExpandableSection, PageSection, Text, Title } from "@patternfly/react-core";
import { type ComponentProps, useState } from "react";
import { useLoaded, useMessages, usePolling, useView, Waiting } from "../../common";
import type { Verification } from "../../api";
import { FindingTable } from "./FindingTable";
import { VerificationForm } from "./VerificationForm";
import { VerificationStatus } from "./VerificationStatus";
import { verificationWords } from "./words";

interface VerificationSectionProps {
  /** Titles of agreements by key. */
  titles?: ReadonlyMap<string, string> | undefined;
  onUser?: ((userId: string) => void) | undefined;
}

/** Verifies the ledger where the server runs; nothing is asked of the server before it is opened. */
export function VerificationSection(props: VerificationSectionProps) {
  const words = useMessages(verificationWords);
  const [isOpen, setOpen] = useState(false);
  return (
    <PageSection variant="light">
      <ExpandableSection
        toggleText={words.title}
        isExpanded={isOpen}
        onToggle={(_event, isExpanded) => setOpen(isExpanded)}
      >
        {isOpen && <Opened {...props} />}
      </ExpandableSection>
    </PageSection>
  );
}

function Opened({ titles, onUser }: VerificationSectionProps) {
  const words = useMessages(verificationWords);
  const { api } = useView();
  const access = useLoaded(() => api.access(), [api]);
  const known = useLoaded(() => api.verifications(), [api]);
  const [isRefused, setRefused] = useState(false);
  const [opened, setOpened] = useState<string>();
  const isRunning = known.value?.[0]?.state === "RUNNING";
  usePolling(known.reload, isRunning && !known.isLoading);
  const replace = (changed: Verification) => known.replace([changed, ...doneBeside(changed, known.value)]);
  return (
    <>
      <Text className="agreements-hint">{words.explanation}</Text>
      <Waiting for={access}>
        {(mine) => <VerificationForm access={mine} isRunning={isRunning} onChange={replace} onRefused={setRefused} />}
      </Waiting>
      <Waiting for={known}>
        {([last, done]) => (
          <>
            {last && !isRefused && (
              <Told
                verification={last}
                mayCancel={access.value?.manageRealm ?? false}
                onChange={replace}
                onStale={known.reload}
                opened={opened}
                onOpen={setOpened}
                titles={titles}
                onUser={onUser}
              />
            )}
            {done && !isRefused && (
              <section aria-label={words.lastDone}>
                <Title headingLevel="h2" size="md">
                  {words.lastDone}
                </Title>
                <Told
                  verification={done}
                  mayCancel={false}
                  onChange={replace}
                  onStale={known.reload}
                  opened={opened}
                  onOpen={setOpened}
                  titles={titles}
                  onUser={onUser}
                />
              </section>
            )}
          </>
        )}
      </Waiting>
    </>
  );
}

/** How far one is, or what it came to. A record that is open stays so when a later one has found it as well. */
function Told({
  titles,
  onUser,
  opened,
  onOpen,
  ...status
}: Omit<ComponentProps<typeof FindingTable>, "result"> & ComponentProps<typeof VerificationStatus>) {
  const { result } = status.verification;
  return (
    <>
      <VerificationStatus {...status} />
      {result && <FindingTable result={result} opened={opened} onOpen={onOpen} titles={titles} onUser={onUser} />}
    </>
  );
}

/** What the last one came to that was done, where that is another. */
function doneBeside(changed: Verification, known: readonly Verification[] = []): Verification[] {
  return known.filter(({ id, state }) => id !== changed.id && state === "DONE").slice(0, 1);
}
