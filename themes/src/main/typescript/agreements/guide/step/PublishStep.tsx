import {
  Button,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Title,
} from "@patternfly/react-core";
import { type ReactNode, useState } from "react";
import { Alert, AgreementTitle, languageName, type Step, useMessages, useView } from "../../../common";
import { PublishDialog } from "../../versions/PublishDialog";
import { localesOf } from "../../versions/versions";
import { agreementWords } from "../../words";
import { StepFrame } from "../StepFrame";
import type { StepProps } from "../StepProps";
import { remainsIn } from "../template/remains";
import { isUnwritten } from "../unwritten";
import { guideWords } from "../words";

/** Says what will be published and what is missing for it, and publishes it. */
export function PublishStep(props: StepProps) {
  const { agreement, version, access, navigation } = props;
  const { locale } = useView();
  const words = useMessages(guideWords);
  const fields = useMessages(agreementWords);
  const [isAsking, setAsking] = useState(false);
  const missing = useMissing(props);
  const fact = (name: string, step: Step | undefined, value: ReactNode) => (
    <DescriptionListGroup>
      <DescriptionListTerm>{name}</DescriptionListTerm>
      <DescriptionListDescription>
        {value}{" "}
        {step && (
          <Button
            variant="link"
            isInline
            aria-label={words.changeOf(name)}
            onClick={() => navigation.go({ agreement: agreement.key, step })}
          >
            {words.change}
          </Button>
        )}
      </DescriptionListDescription>
    </DescriptionListGroup>
  );
  const close = () => setAsking(false);
  return (
    <>
      <StepFrame
        {...props}
        step="publish"
        action={
          <Button isDisabled={missing.length > 0} onClick={() => setAsking(true)}>
            {fields.actionOn(fields.publish, version.number)}
          </Button>
        }
      >
        <Title headingLevel="h3" size="md">
          {words.overview}
        </Title>
        <DescriptionList isHorizontal isCompact>
          {fact(words.stepname, "name", <AgreementTitle agreement={agreement} />)}
          {fact(fields.key, undefined, agreement.key)}
          {fact(fields.requirement, "requirement", fields[`requirement${agreement.requirement}`])}
          {fact(
            words.steplanguages,
            "languages",
            localesOf(version, agreement.bindingLocale)
              .map((tag) => languageName(tag, locale) + (tag === agreement.bindingLocale ? ` (${fields.binding})` : ""))
              .join(fields.separator),
          )}
          {fact(fields.audience, undefined, fields[`audience${agreement.audience?.type ?? "EVERYBODY"}`])}
        </DescriptionList>
        {missing.length > 0 ? (
          <Alert variant="warning" isInline title={words.stillMissing}>
            <ul>
              {missing.map(({ told, step, language }) => (
                <li key={told}>
                  {told}{" "}
                  <Button
                    variant="link"
                    isInline
                    aria-label={words.changeOf(told)}
                    onClick={() => navigation.go({ agreement: agreement.key, step, text: language })}
                  >
                    {words.change}
                  </Button>
                </li>
              ))}
            </ul>
          </Alert>
        ) : (
          <Alert variant="success" isInline title={words.ready}>
            {words.readyHint}
          </Alert>
        )}
      </StepFrame>
      {isAsking && (
        <PublishDialog
          agreement={agreement}
          version={version}
          access={access}
          onClose={close}
          onDone={() => {
            close();
            navigation.go({ agreement: agreement.key, tab: "versions" });
          }}
        />
      )}
    </>
  );
}

/** What stands against publishing a draft, each with the step where it is set right. */
function useMissing({ agreement, texts }: StepProps): { told: string; step: Step; language: string }[] {
  const { locale } = useView();
  const words = useMessages(guideWords);
  const { bindingLocale } = agreement;
  const binding = texts.some((text) => text.locale === bindingLocale)
    ? []
    : [
        {
          told: words.missingBinding(languageName(bindingLocale, locale)),
          step: "languages" as const,
          language: bindingLocale,
        },
      ];
  return [
    ...binding,
    ...texts.flatMap(({ locale: language, content = "" }) => {
      const name = languageName(language, locale);
      const told = isUnwritten(content) ? words.missingText(name) : remainsIn(content, name, words);
      return told === undefined ? [] : [{ told, step: "text" as const, language }];
    }),
  ];
}
