import { Tab, Tabs, TabTitleText } from "@patternfly/react-core";
import { type ReactNode, useId } from "react";
import { type Agreement, type Version } from "../../../api";
import { languageName, useMessages, useView } from "../../../common";
import { localesOf } from "../../versions/versions";
import { agreementWords } from "../../words";

/** The language of a draft that is asked for, or else the binding one or the first. */
export function languageShown(agreement: Agreement, version: Version, asked: string | undefined): string {
  const languages = localesOf(version, agreement.bindingLocale);
  return languages.find((language) => language === asked) ?? languages[0] ?? agreement.bindingLocale;
}

/** Chooses one of the languages of a draft, where there are several, for what is below. */
export function LanguageTabs({
  agreement,
  version,
  language,
  onLanguage,
  children,
}: {
  agreement: Agreement;
  version: Version;
  language: string;
  onLanguage: (language: string) => void;
  children: ReactNode;
}) {
  const panel = useId();
  const { locale } = useView();
  const words = useMessages(agreementWords);
  const languages = localesOf(version, agreement.bindingLocale);
  if (languages.length < 2) {
    return children;
  }
  return (
    <>
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
            tabContentId={panel}
            title={
              <TabTitleText>
                {languageName(one, locale)}
                {one === agreement.bindingLocale && ` (${words.binding})`}
              </TabTitleText>
            }
          />
        ))}
      </Tabs>
      <div id={panel} role="tabpanel" aria-label={languageName(language, locale)}>
        {children}
      </div>
    </>
  );
}
