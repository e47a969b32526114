import { Button } from "@patternfly/react-core";
import { Alert } from "../../common/alerts/Alert";
import { useMessages } from "../../common/language/messages";
import { useAccount } from "../AccountContext";
import type { MyAgreement } from "../api";
import { AgreementCard } from "./AgreementCard";
import { agreementWords } from "./words";

const ACCEPTANCE = "agreement-acceptance";

/** An agreement without which there is no account. */
export function RequiredAgreement({ agreement }: { agreement: MyAgreement }) {
  const words = useMessages(agreementWords);
  const { access, login } = useAccount();
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
                aria-label={words.ofAgreement(words.accept, agreement.title)}
                onClick={() => void login(ACCEPTANCE)}
              >
                {words.accept}
              </Button>
            )
          }
        >
          {agreement.owed ? words.newerOwed : words.newerOffered}
        </Alert>
      )}
    </AgreementCard>
  );
}

/** Whether there is something to accept that the user has not accepted. */
function isNewer({ decision, version = 0, open, owed }: MyAgreement): boolean {
  return open !== undefined && (owed || open > version || decision !== "ACCEPTED");
}
