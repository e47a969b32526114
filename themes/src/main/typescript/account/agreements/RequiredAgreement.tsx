import { Button } from "@patternfly/react-core";
import { Alert } from "../../common/alerts/Alert";
import { useMessages } from "../../common/language/messages";
import { useAccount } from "../AccountContext";
import type { MyAgreement } from "../api";
import { AgreementCard } from "./AgreementCard";
import { agreementWords } from "./words";

const ACCEPTANCE = "agreement-acceptance";

/** An agreement without which there is no account: to be accepted, or only to be taken note of. */
export function RequiredAgreement({ agreement }: { agreement: MyAgreement }) {
  const words = useMessages(agreementWords);
  const { access, login } = useAccount();
  const isToNote = agreement.requirement === "ACKNOWLEDGEMENT";
  const act = isToNote ? words.takeNote : words.accept;
  return (
    <AgreementCard agreement={agreement}>
      {isNewer(agreement) && (
        <Alert
          isInline
          component="h4"
          variant={agreement.owed ? "warning" : "info"}
          title={words.newer(String(agreement.open))}
          actionLinks={
            access.decide && (
              <Button
                variant="secondary"
                aria-label={words.ofAgreement(act, agreement.title)}
                onClick={() => void login(ACCEPTANCE)}
              >
                {act}
              </Button>
            )
          }
        >
          {isToNote
            ? agreement.owed
              ? words.newerOwedToNote
              : words.newerOfferedToNote
            : agreement.owed
              ? words.newerOwed
              : words.newerOffered}
        </Alert>
      )}
    </AgreementCard>
  );
}

/** Whether there is something to accept, or to take note of, that the user has not yet. */
function isNewer({ requirement, decision, version = 0, open, owed }: MyAgreement): boolean {
  const done = requirement === "ACKNOWLEDGEMENT" ? "ACKNOWLEDGED" : "ACCEPTED";
  return open !== undefined && (owed || open > version || decision !== done);
}
