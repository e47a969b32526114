import { Tab, Tabs, TabTitleText } from "@patternfly/react-core";
import { type Agreement, type Version } from "../../../api";
import { languageName, useMessages, useView } from "../../../common";
import { localesOf } from "../../versions/versions";
import { agreementWords } from "../../words";

/** The language of a draft that is asked for, or else the binding one or the first. */
export function languageShown(agreement: Agreement, version: Version, asked: string | undefined): string {
  const languages = localesOf(version, agreement.bindingLocale);
  return languages.find((language) => language === asked) ?? languages[0] ?? agreement.bindingLocale;
}

/** Chooses one of the languages of a draft; nothing where there is one only. */
export function LanguageTabs({
  agreement,
  version,
  language,
  onLanguage,
}: {
  agreement: Agreement;
  version: Version;
  language: string;
  onLanguage: (language: string) => void;
}) {
  const { locale } = useView();
  const words = useMessages(agreementWords);
  const languages = localesOf(version, agreement.bindingLocale);
  return languages.length < 2 ? null : (
    <Tabs
      activeKey={language}
      isSecondary
      aria-label={words.languages}
      onSelect={(event, chosen) => {
        event.preventDefault();
        onLanguage(String(chosen));
      }}
    >
      {languages.map((one) => (
        <Tab
          key={one}
          eventKey={one}
          title={
            <TabTitleText>
              {languageName(one, locale)}
              {one === agreement.bindingLocale && ` (${words.binding})`}
            </TabTitleText>
          }
        />
      ))}
    </Tabs>
  );
}
