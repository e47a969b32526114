import { Button, ModalVariant } from "@patternfly/react-core";
import { useRef } from "react";
import { ApiError } from "../../api";
import { inLanguage } from "../../common/language/languages";
import { useMessages } from "../../common/language/messages";
import { Refusal } from "../../common/alerts/Refusal";
import { useAction } from "../../common/asking/useAction";
import { Waiting } from "../../common/asking/Waiting";
import { commonWords } from "../../common/language/words";
import type { MyAgreement, MyDecision } from "../api";
import { AgreementText } from "./AgreementText";
import { canTell } from "./useClausesInView";
import { usePublished } from "./usePublished";
import { agreementWords } from "./words";
import { Modal } from "../../common/parts/Modal";

/** Shows the text, and takes the decision on that very text. */
export function GiveDialog({
  agreement,
  version,
  onDecide,
  onClose,
}: {
  agreement: MyAgreement;
  version: number;
  onDecide: (decision: MyDecision) => Promise<void>;
  onClose: () => void;
}) {
  const words = useMessages(agreementWords);
  const common = useMessages(commonWords);
  const text = usePublished(agreement.key, version, { accepted: acceptedBefore(agreement, version) });
  const seen = useRef(new Set<string>());
  const decide = async (decision: MyDecision["decision"]) => {
    if (text.value) {
      const { locale, digest, attention = [] } = text.value;
      await onDecide({
        decision,
        version,
        locale,
        digest,
        ...(attention.length > 0 && {
          attention: attention.map((clause) => ({
            digest: clause.digest,
            ...(canTell() && { inView: seen.current.has(clause.anchor) }),
          })),
        }),
      });
    }
  };
  const agree = useAction(() => decide("ACCEPTED"));
  const decline = useAction(() => decide("DECLINED"));
  const isReady = text.value !== undefined && !agree.isBusy && !decline.isBusy;
  const refusal = agree.refusal ?? decline.refusal;
  return (
    <Modal
      variant={ModalVariant.medium}
      title={<bdi {...inLanguage(agreement.locale)}>{agreement.title}</bdi>}
      description={words.giveHint(String(version))}
      onClose={onClose}
      actions={[
        <Button key="agree" variant="secondary" isDisabled={!isReady} isLoading={agree.isBusy} onClick={agree.run}>
          {words.agree}
        </Button>,
        agreement.decision === undefined && (
          <Button
            key="decline"
            variant="secondary"
            isDisabled={!isReady}
            isLoading={decline.isBusy}
            onClick={decline.run}
          >
            {words.decline}
          </Button>
        ),
        <Button key="close" variant="link" onClick={onClose}>
          {common.cancel}
        </Button>,
      ]}
    >
      <Waiting for={text}>
        {(shown) => <AgreementText shown={shown} onSeen={(anchor) => seen.current.add(anchor)} />}
      </Waiting>
      <Refusal
        cause={refusal}
        explanation={refusal instanceof ApiError && refusal.isConflict ? words.changedMeanwhile : undefined}
      />
    </Modal>
  );
}

/** Of a version accepted earlier, clauses are told apart that are not as they were there. */
function acceptedBefore({ decision, version }: MyAgreement, open: number): number | undefined {
  return decision === "ACCEPTED" && version !== undefined && version < open ? version : undefined;
}
