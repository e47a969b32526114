import { Button, Switch } from "@patternfly/react-core";
import { useState } from "react";
import { ApiError } from "../../api";
import { Alert } from "../../common/alerts/Alert";
import { useAlerts } from "../../common/alerts/Alerts";
import { isolated } from "../../common/language/languages";
import { dialogsShownTo, useMessages } from "../../common/language/messages";
import { useAccount } from "../AccountContext";
import type { MyAgreement, MyDecision } from "../api";
import { AgreementCard } from "./AgreementCard";
import { GiveDialog } from "./GiveDialog";
import { agreementWords } from "./words";
import { WithdrawDialog } from "./WithdrawDialog";

/** The server has other words for the dialog by now than the page was loaded with. */
const OTHER_WORDS = 412;

/** A consent that can be given and withdrawn: a switch, and one question either way. */
export function OptionalAgreement({
  agreement,
  onDecided,
}: {
  agreement: MyAgreement;
  onDecided: (changed: MyAgreement) => void;
}) {
  const words = useMessages(agreementWords);
  const alerts = useAlerts();
  const { api, access, reader } = useAccount();
  const [asked, setAsked] = useState<"give" | "withdraw">();
  const { key, title, open, version = 0 } = agreement;
  const isAgreed = agreement.decision === "ACCEPTED";
  const close = () => setAsked(undefined);
  const decide = async (decision: MyDecision) => {
    const shown = dialogsShownTo(reader);
    try {
      onDecided(await api.decide(key, { ...decision, ...(shown && { words: shown }) }));
    } catch (cause) {
      if (cause instanceof ApiError && cause.status === OTHER_WORDS) {
        throw new ApiError(cause.status, words.otherWords);
      }
      throw cause;
    }
    close();
    alerts.succeeded(
      { ACCEPTED: words.gave, DECLINED: words.refused, WITHDRAWN: words.withdrew }[decision.decision](
        isolated(title, agreement.locale),
      ),
    );
  };
  const canSwitch = access.decide && (isAgreed || open !== undefined);
  return (
    <AgreementCard
      agreement={agreement}
      control={
        canSwitch ? (
          <span className="agreements-switch">
            <span aria-hidden="true">{isAgreed ? words.agreed : words.notAgreed}</span>
            <Switch aria-label={title} isChecked={isAgreed} onChange={() => setAsked(isAgreed ? "withdraw" : "give")} />
          </span>
        ) : (
          <span>{isAgreed ? words.agreed : words.notAgreed}</span>
        )
      }
    >
      {isAgreed && open !== undefined && open > version && (
        <Alert
          isInline
          component="h4"
          variant="info"
          title={words.newer(String(open))}
          actionLinks={
            access.decide && (
              <Button
                variant="secondary"
                aria-label={words.ofAgreement(words.readAndDecide, title)}
                onClick={() => setAsked("give")}
              >
                {words.readAndDecide}
              </Button>
            )
          }
        >
          {words.newerChoice}
        </Alert>
      )}
      {asked === "give" && open !== undefined && (
        <GiveDialog agreement={agreement} version={open} onDecide={decide} onClose={close} />
      )}
      {asked === "withdraw" && (
        <WithdrawDialog title={isolated(title, agreement.locale)} onDecide={decide} onClose={close} />
      )}
    </AgreementCard>
  );
}
