import { Button, ModalVariant } from "@patternfly/react-core";
import { inLanguage } from "../../common/language/languages";
import { useMessages } from "../../common/language/messages";
import { Waiting } from "../../common/asking/Waiting";
import { commonWords } from "../../common/language/words";
import type { MyAgreement } from "../api";
import { PageLink } from "../links";
import { AgreementText } from "./AgreementText";
import { usePublished } from "./usePublished";
import { agreementWords } from "./words";
import { Modal } from "../../common/parts/Modal";

/** A version to read: the one decided on as it was, in the language it was in then. */
export function ReadingDialog({
  agreement,
  version,
  onClose,
}: {
  agreement: MyAgreement;
  version: number;
  onClose: () => void;
}) {
  const words = useMessages(agreementWords);
  const common = useMessages(commonWords);
  const text = usePublished(agreement.key, version, { language: agreement.decidedLocale });
  return (
    <Modal
      variant={ModalVariant.medium}
      title={<bdi {...inLanguage(agreement.locale)}>{agreement.title}</bdi>}
      description={common.version(version)}
      onClose={onClose}
      actions={[
        <Button key="close" variant="secondary" onClick={onClose}>
          {common.close}
        </Button>,
        <PageLink key="page" to={agreement.url}>
          {words.permalink}
        </PageLink>,
      ]}
    >
      <Waiting for={text}>
        {(shown) => (
          <>
            {shown.title !== agreement.title && (
              <p className="agreements-hint" {...inLanguage(shown.locale)}>
                {shown.title}
              </p>
            )}
            <AgreementText shown={shown} />
          </>
        )}
      </Waiting>
    </Modal>
  );
}
