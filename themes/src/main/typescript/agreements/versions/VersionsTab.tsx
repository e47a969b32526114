import { Button, Toolbar, ToolbarContent, ToolbarItem } from "@patternfly/react-core";
import { Table, TableGridBreakpoint, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useState } from "react";
import type { Version } from "../../api";
import { dateTime, Nothing, StateLabel, useMessages, useView } from "../../common";
import { MailingDialog, mailingWords } from "../../mailing";
import type { TabProps } from "../TabProps";
import { DeleteVersion } from "./DeleteVersion";
import { Link } from "../Link";
import { NewVersion } from "./NewVersion";
import { PublishDialog } from "./PublishDialog";
import { RetractDialog } from "./RetractDialog";
import { VersionEvidence } from "./VersionEvidence";
import { VersionSettings } from "./VersionSettings";
import { isPublished, isReadable, isRetractable, newestFirst } from "./versions";
import { agreementWords } from "../words";

type Action = "new" | "edit" | "publish" | "mail" | "retract" | "delete";

/** All versions of an agreement, and what can be done with them. */
export function VersionsTab({ agreement, access, navigation, reload }: TabProps) {
  const words = useMessages(agreementWords);
  const [open, setOpen] = useState<{ action: Action; version?: Version }>();
  const versions = newestFirst(agreement.versions);
  const newVersion = access.manageRealm && (
    <Button onClick={() => setOpen({ action: "new" })}>{words.newVersion}</Button>
  );
  const close = () => setOpen(undefined);
  const done = () => {
    close();
    reload();
  };
  const mayProve = access.viewEvents && access.queryUsers;
  const hasActions = access.manageRealm || mayProve;
  const enforced = agreement.requirement === "ACKNOWLEDGEMENT" ? words.columnEnforcedNotice : words.columnEnforced;
  const dialog = { agreement, access, onClose: done, onDone: done };
  return (
    <>
      {versions.length === 0 ? (
        <Nothing title={words.noVersions} actions={newVersion}>
          {words.noVersionsHint}
        </Nothing>
      ) : (
        <>
          {newVersion && (
            <Toolbar className="agreements-toolbar" inset={{ default: "insetNone" }}>
              <ToolbarContent>
                <ToolbarItem>{newVersion}</ToolbarItem>
              </ToolbarContent>
            </Toolbar>
          )}
          <Table aria-label={words.tabversions} variant="compact" gridBreakPoint={TableGridBreakpoint.gridLg}>
            <Thead>
              <Tr>
                <Th>{words.columnVersion}</Th>
                <Th>{words.columnState}</Th>
                <Th modifier="fitContent">{words.columnMaterial}</Th>
                <Th>{words.columnPublished}</Th>
                <Th>{words.columnEffective}</Th>
                <Th>{enforced}</Th>
                {hasActions && <Th>{words.columnActions}</Th>}
              </Tr>
            </Thead>
            <Tbody>
              {versions.map((version) => (
                <Tr key={version.number}>
                  <Td dataLabel={words.columnVersion}>
                    <Link
                      navigation={navigation}
                      to={{ agreement: agreement.key, tab: "text", version: version.number }}
                    >
                      {words.versionTitle(version.number)}
                    </Link>
                    {version.label && (
                      <div className="agreements-hint">
                        <bdi>{version.label}</bdi>
                      </div>
                    )}
                    {version.articlesDiffer && (
                      <div className="agreements-hint">{words.articlesDifferBecause(version.articlesDiffer)}</div>
                    )}
                  </Td>
                  <Td dataLabel={words.columnState}>
                    <StateLabel state={version.state} />
                    <RetractedAt version={version} />
                  </Td>
                  <Td dataLabel={words.columnMaterial}>{version.material ? words.materialYes : words.materialNo}</Td>
                  <Td dataLabel={words.columnPublished} modifier="nowrap">
                    <Moment at={version.publishedAt} />
                  </Td>
                  <Td dataLabel={words.columnEffective} modifier="nowrap">
                    <Moment at={version.effectiveAt} />
                  </Td>
                  <Td dataLabel={enforced} modifier="nowrap">
                    <Moment at={version.enforcedAt} />
                  </Td>
                  {hasActions && (
                    <Td dataLabel={words.columnActions}>
                      <div className="agreements-actions">
                        {access.manageRealm && (
                          <Actions
                            version={version}
                            mayMail={access.manageUsers}
                            onAction={(action) => setOpen({ action, version })}
                          />
                        )}
                        {mayProve && isPublished(version) && (
                          <VersionEvidence agreementKey={agreement.key} version={version} />
                        )}
                      </div>
                    </Td>
                  )}
                </Tr>
              ))}
            </Tbody>
          </Table>
        </>
      )}
      {open?.action === "new" && (
        <NewVersion
          agreement={agreement}
          onClose={close}
          onDone={({ number }) => {
            done();
            navigation.go({ agreement: agreement.key, tab: "text", version: number });
          }}
        />
      )}
      {open?.version && open.action === "edit" && <VersionSettings {...dialog} version={open.version} />}
      {open?.version && open.action === "publish" && <PublishDialog {...dialog} version={open.version} />}
      {open?.version && open.action === "mail" && (
        <MailingDialog agreementKey={agreement.key} version={open.version.number} onClose={close} />
      )}
      {open?.version && open.action === "retract" && <RetractDialog {...dialog} version={open.version} />}
      {open?.version && open.action === "delete" && <DeleteVersion {...dialog} version={open.version} />}
    </>
  );
}

function Actions({
  version,
  mayMail,
  onAction,
}: {
  version: Version;
  mayMail: boolean;
  onAction: (action: Action) => void;
}) {
  const words = useMessages(agreementWords);
  const mailing = useMessages(mailingWords);
  const button = (title: string, action: Action, name = words.actionOn(title, version.number)) => (
    <Button
      variant="link"
      isInline
      isDanger={action === "delete" || action === "retract"}
      aria-label={name}
      onClick={() => onAction(action)}
    >
      {title}
    </Button>
  );
  return (
    <>
      {mayMail && isReadable(version) && button(mailing.tellUsers, "mail", mailing.tellUsersOn(version.number))}
      {isRetractable(version) && button(words.retract, "retract")}
      {!isPublished(version) && (
        <>
          {button(words.publish, "publish")}
          {button(words.editVersion, "edit")}
          {button(words.deleteDraft, "delete")}
        </>
      )}
    </>
  );
}

function Moment({ at }: { at: number | undefined }) {
  const { locale, timeZone } = useView();
  return <>{at === undefined ? "–" : dateTime(at, locale, timeZone)}</>;
}

function RetractedAt({ version: { retractedAt } }: { version: Version }) {
  const { locale, timeZone } = useView();
  const words = useMessages(agreementWords);
  return retractedAt === undefined ? null : (
    <div className="agreements-hint">{words.retractedAt(dateTime(retractedAt, locale, timeZone))}</div>
  );
}
