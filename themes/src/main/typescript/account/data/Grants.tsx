import { Button, Text } from "@patternfly/react-core";
import { useRef, useState } from "react";
import { useAlerts } from "../../common/alerts/Alerts";
import { useMessages } from "../../common/language/messages";
import { useLoaded } from "../../common/asking/useLoaded";
import { Waiting } from "../../common/asking/Waiting";
import { useAccount, useMoment } from "../AccountContext";
import type { Grant } from "../api";
import { ConfirmDialog } from "../ConfirmDialog";
import { Section } from "../Section";
import { dataWords } from "./words";

/** The applications the user lets see some data. */
export function Grants() {
  const words = useMessages(dataWords);
  const alerts = useAlerts();
  const { api } = useAccount();
  const grants = useLoaded(() => api.grants(), [api]);
  const heading = useRef<HTMLHeadingElement>(null);
  const [revoking, setRevoking] = useState<Grant>();
  const revoke = async (grant: Grant) => {
    await api.revoke(grant.clientId);
    grants.replace((grants.value ?? []).filter((other) => other !== grant));
    setRevoking(undefined);
    alerts.succeeded(words.revoked(nameOf(grant)));
    // The button that had the focus is gone.
    setTimeout(() => heading.current?.focus());
  };
  return (
    <Section title={words.grants} headingRef={heading}>
      <Waiting for={grants}>
        {(all) =>
          all.length === 0 ? (
            <Text>{words.grantsNone}</Text>
          ) : (
            <>
              <Text>{words.grantsHint}</Text>
              <ul className="agreements-records">
                {all.map((grant) => (
                  <GrantItem key={grant.clientId} grant={grant} onRevoke={() => setRevoking(grant)} />
                ))}
              </ul>
            </>
          )
        }
      </Waiting>
      {revoking && (
        <ConfirmDialog
          title={words.revokeQuestion(nameOf(revoking))}
          action={words.revoke}
          act={() => revoke(revoking)}
          onClose={() => setRevoking(undefined)}
        >
          {words.revokeHint}
        </ConfirmDialog>
      )}
    </Section>
  );
}

function GrantItem({ grant, onRevoke }: { grant: Grant; onRevoke: () => void }) {
  const words = useMessages(dataWords);
  const moment = useMoment();
  const { access } = useAccount();
  const given = moment(grant.givenAt);
  const changed = moment(grant.changedAt);
  const when = [words.allowedOn(given), changed !== given && words.changedOn(changed)];
  return (
    <li>
      <div>
        <div>{nameOf(grant)}</div>
        {grant.scopes.length > 0 && (
          <div>
            {words.sees}: {grant.scopes.join(", ")}
          </div>
        )}
        <div className="agreements-hint">{when.filter(Boolean).join(" · ")}</div>
      </div>
      {access.decide && (
        <Button variant="secondary" aria-label={words.revokeFrom(nameOf(grant))} onClick={onRevoke}>
          {words.revoke}
        </Button>
      )}
    </li>
  );
}

const nameOf = ({ clientName, clientId }: Grant) => clientName ?? clientId;
