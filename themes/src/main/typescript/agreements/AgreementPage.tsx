import { Label, PageSection, Tab, Tabs, TabsComponent, TabTitleText } from "@patternfly/react-core";
import type { ComponentType, MouseEvent } from "react";
import type { Access, Agreement } from "../api";
import {
  AgreementTitle,
  type Loaded,
  type Navigation,
  StateLabel,
  type Tab as TabName,
  TABS,
  useLoaded,
  useMessages,
  useView,
  ViewHeader,
  Waiting,
} from "../common";
import { ChangesTab } from "./changes/ChangesTab";
import { CoverageTab } from "./CoverageTab";
import { SettingsTab } from "./settings/SettingsTab";
import type { TabProps } from "./TabProps";
import { TextTab } from "./text/TextTab";
import { Trail } from "./Trail";
import { leadingVersion } from "./versions/versions";
import { VersionsTab } from "./versions/VersionsTab";
import { agreementWords } from "./words";

/** One agreement with its parts. */
export function AgreementPage({ agreementKey, navigation }: { agreementKey: string; navigation: Navigation }) {
  const { api } = useView();
  const loaded: Loaded<[Agreement, Access]> = useLoaded(
    () => Promise.all([api.agreement(agreementKey), api.access()]),
    [api, agreementKey],
  );
  return (
    <>
      <Trail navigation={navigation} here={agreementKey} />
      <Waiting for={loaded}>
        {([agreement, access]) => (
          <Parts agreement={agreement} access={access} navigation={navigation} reload={loaded.reload} />
        )}
      </Waiting>
    </>
  );
}

function Parts(props: TabProps) {
  const { agreement, access, navigation } = props;
  const words = useMessages(agreementWords);
  const isThere: Partial<Record<TabName, boolean>> = {
    changes: agreement.versions.length > 1,
    coverage: access.queryUsers,
  };
  const tabs = TABS.filter((tab) => isThere[tab] ?? true);
  const shown = tabs.find((tab) => tab === navigation.place.tab) ?? "versions";
  const placeOf = (tab: TabName) => ({ agreement: agreement.key, tab });
  const select = (event: MouseEvent, tab: number | string) => {
    if (!(event.metaKey || event.ctrlKey || event.shiftKey)) {
      event.preventDefault();
      navigation.go(placeOf(tab as TabName));
    }
  };
  return (
    <>
      <ViewHeader
        title={<AgreementTitle agreement={agreement} />}
        badges={<Badges agreement={agreement} />}
        divider={false}
      />
      <PageSection variant="light" padding={{ default: "noPadding" }}>
        <Tabs
          activeKey={shown}
          component={TabsComponent.nav}
          aria-label={words.tabs}
          isBox
          inset={{ default: "insetNone", xl: "insetLg", "2xl": "inset2xl" }}
          mountOnEnter
          unmountOnExit
          onSelect={select}
        >
          {tabs.map((tab) => (
            <Tab
              key={tab}
              eventKey={tab}
              href={navigation.hrefOf(placeOf(tab))}
              title={<TabTitleText>{words[`tab${tab}`]}</TabTitleText>}
            >
              <Part tab={tab} {...props} />
            </Tab>
          ))}
        </Tabs>
      </PageSection>
    </>
  );
}

const PARTS: Record<TabName, ComponentType<TabProps>> = {
  versions: VersionsTab,
  text: TextTab,
  changes: ChangesTab,
  coverage: CoverageTab,
  settings: SettingsTab,
};

function Part({ tab, ...props }: TabProps & { tab: TabName }) {
  const Shown = PARTS[tab];
  // The coverage has sections of its own.
  return tab === "coverage" ? (
    <Shown {...props} />
  ) : (
    <PageSection variant="light">
      <Shown {...props} />
    </PageSection>
  );
}

function Badges({ agreement }: { agreement: Agreement }) {
  const words = useMessages(agreementWords);
  const version = leadingVersion(agreement);
  return (
    <>
      <Label isCompact variant="outline">
        {words[`requirement${agreement.requirement}`]}
      </Label>
      {version && <StateLabel state={version.state} />}
    </>
  );
}
