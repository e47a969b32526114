import { Button, Text } from "@patternfly/react-core";
import type { Text as StoredText } from "../../../api";
import { languageName, Nothing, useLoaded, useMessages, useView, Waiting } from "../../../common";
import { LanguageTabs, languageShown } from "./LanguageTabs";
import { Screens } from "./Screens";
import { StepFrame } from "../StepFrame";
import type { StepProps } from "../StepProps";
import { isUnwritten } from "../unwritten";
import { guideWords } from "../words";

/** Shows a draft as users will see it. */
export function PreviewStep(props: StepProps) {
  const { agreement, version, texts, navigation } = props;
  const { locale } = useView();
  const words = useMessages(guideWords);
  const language = languageShown(agreement, version, navigation.place.text);
  const text = texts.find((one) => one.locale === language);
  const go = (step: "preview" | "text", shown = language) =>
    navigation.go({ agreement: agreement.key, step, text: shown });
  return (
    <StepFrame {...props} step="preview">
      <LanguageTabs
        agreement={agreement}
        version={version}
        language={language}
        onLanguage={(chosen) => go("preview", chosen)}
      >
        {text && !isUnwritten(text.content) ? (
          <>
            <Text>{words.previewHint}</Text>
            <Rendered key={language} text={text} />
          </>
        ) : (
          <Nothing
            title={words.unwritten(languageName(language, locale))}
            actions={<Button onClick={() => go("text")}>{words.write}</Button>}
          >
            {words.unwrittenHint}
          </Nothing>
        )}
      </LanguageTabs>
    </StepFrame>
  );
}

function Rendered({ text: { title, content = "", locale: language } }: { text: StoredText }) {
  const { api } = useView();
  const preview = useLoaded(() => api.preview(content, language), [api, content, language]);
  return <Waiting for={preview}>{({ html }) => <Screens title={title} html={html} language={language} />}</Waiting>;
}
