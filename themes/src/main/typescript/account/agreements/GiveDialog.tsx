import { Button, Modal, ModalVariant } from "@patternfly/react-core";
import { ApiError, type Decision } from "../../api";
import { inLanguage } from "../../common/language/languages";
import { useMessages } from "../../common/language/messages";
import { portal } from "../../common/portal";
import { Refusal } from "../../common/alerts/Refusal";
import { useAction } from "../../common/asking/useAction";
import { Waiting } from "../../common/asking/Waiting";
import { commonWords } from "../../common/language/words";
import type { MyAgreement, MyDecision } from "../api";
import { AgreementText } from "./AgreementText";
import { usePublished } from "./usePublished";
import { agreementWords } from "./words";

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
  const text = usePublished(agreement.key, version);
  const decide = async (decision: Decision) => {
    if (text.value) {
      await onDecide({ decision, version, locale: text.value.locale, digest: text.value.digest });
    }
  };
  const agree = useAction(() => decide("ACCEPTED"));
  const decline = useAction(() => decide("DECLINED"));
  const isReady = text.value !== undefined && !agree.isBusy && !decline.isBusy;
  const refusal = agree.refusal ?? decline.refusal;
  return (
    <Modal
      isOpen
      variant={ModalVariant.medium}
      title={<bdi {...inLanguage(agreement.locale)}>{agreement.title}</bdi>}
      description={words.giveHint(String(version))}
      appendTo={portal}
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
      <Waiting for={text}>{(shown) => <AgreementText shown={shown} />}</Waiting>
      <Refusal
        cause={refusal}
        explanation={refusal instanceof ApiError && refusal.isConflict ? words.changedMeanwhile : undefined}
      />
    </Modal>
  );
}
