import { ActionGroup, AlertActionLink, Button, Divider, Form, Text, TextContent, Title } from "@patternfly/react-core";
import { useId, useState } from "react";
import { ApiError } from "../../api";
import {
  Alert,
  commonWords,
  Dialog,
  messageOf,
  Refusal,
  useAction,
  useAlerts,
  useMessages,
  useView,
} from "../../common";
import { HoldsOf } from "../../hold";
import type { TabProps } from "../TabProps";
import { MissingNames } from "./MissingNames";
import { draftOf, mistakesIn, settingsIn } from "./settings";
import { SettingsFields } from "./SettingsFields";
import { useUnsavedGuard } from "../useUnsavedGuard";
import { isPublished } from "../versions/versions";
import { agreementWords } from "../words";

/** The settings of an agreement; and its end. */
export function SettingsTab(props: TabProps) {
  const { agreement, access } = props;
  return (
    <>
      <MissingNames agreement={agreement} />
      <Settings key={agreement.edits} {...props} />
      <HoldsOf subject={{ agreement: agreement.key, name: agreement.key }} />
      {access.manageRealm && (
        <>
          <Divider className="agreements-divider" />
          <DeleteAgreement {...props} />
        </>
      )}
    </>
  );
}

function Settings({ agreement, access, navigation, reload }: TabProps) {
  const { api } = useView();
  const words = useMessages(agreementWords);
  const common = useMessages(commonWords);
  const alerts = useAlerts();
  const id = useId();
  const [draft, setDraft] = useState(() => draftOf(agreement));
  const isChanged = JSON.stringify(draft) !== JSON.stringify(draftOf(agreement));
  const saving = useAction(async () => {
    await api.updateAgreement(agreement.key, { ...settingsIn(draft), edits: agreement.edits });
    alerts.succeeded(words.settingsSaved);
    reload();
  });
  useUnsavedGuard(isChanged && !saving.isBusy, words.leaveUnsaved, navigation.guard);
  const isConflict = saving.refusal instanceof ApiError && saving.refusal.isConflict;
  return (
    <Form
      isWidthLimited
      onSubmit={(event) => {
        event.preventDefault();
        saving.run();
      }}
    >
      {isConflict ? (
        <Alert
          variant="warning"
          isInline
          role="alert"
          title={words.settingsConflictTitle}
          actionLinks={<AlertActionLink onClick={reload}>{words.settingsConflictReload}</AlertActionLink>}
        >
          <Text>{words.settingsConflictText}</Text>
          <Text>{messageOf(saving.refusal)}</Text>
        </Alert>
      ) : (
        <Refusal cause={saving.refusal} />
      )}
      <SettingsFields
        id={id}
        draft={draft}
        isDisabled={!access.manageRealm}
        isPublished={agreement.versions.some(isPublished)}
        onChange={setDraft}
      />
      {access.manageRealm && (
        <ActionGroup>
          <Button
            type="submit"
            isDisabled={!isChanged || mistakesIn(draft).size > 0 || saving.isBusy}
            isLoading={saving.isBusy}
          >
            {common.save}
          </Button>
          <Button variant="link" isDisabled={!isChanged} onClick={() => setDraft(draftOf(agreement))}>
            {words.discard}
          </Button>
        </ActionGroup>
      )}
    </Form>
  );
}

function DeleteAgreement({ agreement, navigation }: TabProps) {
  const words = useMessages(agreementWords);
  const [isAsking, setAsking] = useState(false);
  const isForGood = agreement.versions.some(isPublished);
  return (
    <>
      <TextContent>
        <Title headingLevel="h2" size="lg">
          {words.deleteAgreement}
        </Title>
        <Text>{isForGood ? words.deleteAgreementNever : words.deleteAgreementText}</Text>
      </TextContent>
      {!isForGood && (
        <Button variant="danger" className="agreements-delete" onClick={() => setAsking(true)}>
          {words.deleteAgreement}
        </Button>
      )}
      {isAsking && (
        <ConfirmDeletion
          agreementKey={agreement.key}
          onClose={() => setAsking(false)}
          onDeleted={() => navigation.go({})}
        />
      )}
    </>
  );
}

function ConfirmDeletion({
  agreementKey,
  onClose,
  onDeleted,
}: {
  agreementKey: string;
  onClose: () => void;
  onDeleted: () => void;
}) {
  const { api } = useView();
  const words = useMessages(agreementWords);
  const common = useMessages(commonWords);
  const alerts = useAlerts();
  const deletion = useAction(async () => {
    await api.deleteAgreement(agreementKey);
    alerts.succeeded(words.agreementDeleted(agreementKey));
    onDeleted();
  });
  return (
    <Dialog
      title={words.deleteAgreementTitle(agreementKey)}
      action={common.delete}
      isDangerous
      isBusy={deletion.isBusy}
      onAct={deletion.run}
      onClose={onClose}
    >
      <Refusal cause={deletion.refusal} />
      <Text>{words.deleteAgreementText}</Text>
    </Dialog>
  );
}
