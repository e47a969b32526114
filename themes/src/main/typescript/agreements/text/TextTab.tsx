import { Button, Tab, Tabs, TabTitleText, Toolbar, ToolbarContent, ToolbarItem } from "@patternfly/react-core";
import { useState } from "react";
import type { Version } from "../../api";
import { languageName, Nothing, useMessages, useView } from "../../common";
import { ResumeButton } from "../guide/ResumeButton";
import { writtenIn } from "../guide/unwritten";
import { AddLanguage } from "./AddLanguage";
import { ReadingView } from "./ReadingView";
import type { TabProps } from "../TabProps";
import { TextEditor } from "./TextEditor";
import { PublishDialog } from "../versions/PublishDialog";
import { VersionSelect } from "../versions/VersionSelect";
import { localesOf, newestFirst } from "../versions/versions";
import { agreementWords } from "../words";

/** The texts of one version, a tab for each language. */
export function TextTab(props: TabProps) {
  const { agreement, access, navigation } = props;
  const words = useMessages(agreementWords);
  const versions = newestFirst(agreement.versions);
  const version = versions.find(({ number }) => number === navigation.place.version) ?? versions[0];
  return version ? (
    <TextsOfVersion key={version.number} {...props} version={version} />
  ) : (
    <Nothing
      title={words.noVersions}
      actions={access.manageRealm && <ResumeButton agreement={agreement} navigation={navigation} />}
    >
      {words.noVersionsHint}
    </Nothing>
  );
}

function TextsOfVersion({ agreement, access, navigation, reload, version }: TabProps & { version: Version }) {
  const { locale } = useView();
  const words = useMessages(agreementWords);
  const [isAdding, setAdding] = useState(false);
  const [isPublishing, setPublishing] = useState(false);
  const isDraft = version.state === "DRAFT";
  const mayEdit = isDraft && access.manageRealm;
  const saved = localesOf(version, agreement.bindingLocale);
  const written = writtenIn(version);
  const asked = navigation.place.text;
  const locales = asked === undefined || saved.includes(asked) || !mayEdit ? saved : [...saved, asked];
  const shown = locales.find((text) => text === asked) ?? locales[0];
  const go = (text: string | undefined, number = version.number) =>
    navigation.go({ agreement: agreement.key, tab: "text", version: number, ...(text !== undefined && { text }) });
  const add = mayEdit && (
    <Button variant="secondary" onClick={() => setAdding(true)}>
      {words.addLanguage}
    </Button>
  );
  return (
    <>
      <Toolbar className="agreements-toolbar" inset={{ default: "insetNone" }}>
        <ToolbarContent>
          <ToolbarItem>
            <VersionSelect
              label={words.version}
              versions={newestFirst(agreement.versions)}
              value={version.number}
              onChange={(number) => go(shown, number)}
            />
          </ToolbarItem>
          {add && shown !== undefined && <ToolbarItem>{add}</ToolbarItem>}
        </ToolbarContent>
      </Toolbar>
      {shown === undefined ? (
        <Nothing
          title={words.noTexts}
          actions={mayEdit && <ResumeButton agreement={agreement} navigation={navigation} />}
        >
          {mayEdit && words.noTextsHint}
        </Nothing>
      ) : (
        <Tabs
          activeKey={shown}
          isSecondary
          mountOnEnter
          unmountOnExit
          aria-label={words.languages}
          onSelect={(_event, text) => go(String(text))}
        >
          {locales.map((text) => (
            <Tab
              key={text}
              eventKey={text}
              title={
                <TabTitleText>
                  {languageName(text, locale)}
                  {text === agreement.bindingLocale && ` (${words.binding})`}
                </TabTitleText>
              }
            >
              {mayEdit ? (
                <TextEditor
                  key={text}
                  agreementKey={agreement.key}
                  version={version.number}
                  locale={text}
                  isNew={!saved.includes(text)}
                  hasOthers={saved.some((other) => other !== text)}
                  isFirst={agreement.versions.every(({ number }) => number >= version.number)}
                  mayPublish={version.texts.every((other) => other.locale === text || written.includes(other))}
                  guard={navigation.guard}
                  onSaved={reload}
                  onPublish={() => setPublishing(true)}
                  onRemoved={() => {
                    reload();
                    go(undefined);
                  }}
                />
              ) : (
                <ReadingView
                  key={text}
                  agreementKey={agreement.key}
                  version={version.number}
                  locale={text}
                  reason={isDraft ? words.mayNotEdit : words.readOnly}
                />
              )}
            </Tab>
          ))}
        </Tabs>
      )}
      {isPublishing && (
        <PublishDialog
          agreement={agreement}
          version={version}
          access={access}
          onClose={() => setPublishing(false)}
          onDone={() => {
            setPublishing(false);
            reload();
          }}
        />
      )}
      {isAdding && (
        <AddLanguage
          suggestion={saved.includes(agreement.bindingLocale) ? "" : agreement.bindingLocale}
          present={locales}
          onClose={() => setAdding(false)}
          onAdd={(text) => {
            setAdding(false);
            go(text);
          }}
        />
      )}
    </>
  );
}
