import { ExpandableSection, PageSection, Text } from "@patternfly/react-core";
import { useState } from "react";
import { type Loaded, useLoaded, useMessages, usePolling, useView, Waiting } from "../../common";
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
  const latest = useLoaded(() => api.verifications(), [api]);
  const verification = latest.value?.[0];
  const isRunning = verification?.state === "RUNNING";
  usePolling(latest.reload, isRunning && !latest.isLoading);
  return (
    <>
      <Text className="agreements-hint">{words.explanation}</Text>
      <Waiting for={access}>
        {(known) => (
          <VerificationForm access={known} isRunning={isRunning} onChange={(changed) => latest.replace([changed])} />
        )}
      </Waiting>
      <Known latest={latest} mayCancel={access.value?.manageRealm ?? false} />
      {verification?.result && (
        <FindingTable key={verification.id} result={verification.result} titles={titles} onUser={onUser} />
      )}
    </>
  );
}

function Known({ latest, mayCancel }: { latest: Loaded<Verification[]>; mayCancel: boolean }) {
  return (
    <Waiting for={latest}>
      {([verification]) =>
        verification && (
          <VerificationStatus
            verification={verification}
            mayCancel={mayCancel}
            onChange={(changed) => latest.replace([changed])}
            onStale={latest.reload}
          />
        )
      }
    </Waiting>
  );
}
