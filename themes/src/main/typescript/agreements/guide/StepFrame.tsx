import { Button, Form, PageSection, WizardFooterWrapper } from "@patternfly/react-core";
import { type FormEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { AgreementTitle, type Place, type Step, STEPS, useMessages, ViewHeader } from "../../common";
import { useUnsavedGuard } from "../useUnsavedGuard";
import { agreementWords } from "../words";
import type { NameStepProps } from "./StepProps";
import { Steps } from "./Steps";
import { guideWords } from "./words";

/** What a step has to say of what is typed into it. */
export interface Unsaved {
  isChanged: boolean;
  /** Whether it can be saved as it is. */
  isReady: boolean;
  isBusy: boolean;
  /** True if it is saved. */
  save: () => Promise<boolean>;
}

const NOTHING_TO_SAVE: Unsaved = { isChanged: false, isReady: true, isBusy: false, save: () => Promise.resolve(true) };

/** One step of the path with its place among the others. Whoever leaves it, in whichever direction, has it saved. */
export function StepFrame({
  step,
  agreement,
  version,
  navigation,
  isContinued,
  agreementKey = agreement?.key,
  unsaved = NOTHING_TO_SAVE,
  action,
  children,
}: Pick<NameStepProps, "agreement" | "version" | "navigation" | "isContinued"> & {
  step: Step;
  /** Of the agreement there will be when this step is saved. */
  agreementKey?: string | undefined;
  unsaved?: Unsaved;
  /** In the place of going on to the next step. */
  action?: ReactNode;
  /** The content, given the way to leave it for another place. */
  children: ReactNode | ((leave: (place: Place) => void) => ReactNode);
}) {
  const words = useMessages(guideWords);
  const { leaveUnsaved } = useMessages(agreementWords);
  const form = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const leaving = useRef(false);
  const { isChanged, isReady, isBusy, save } = unsaved;
  useUnsavedGuard(isChanged, leaveUnsaved, navigation.guard, leaving);
  useEffect(() => {
    if (isContinued) {
      heading.current?.focus();
    }
  }, [isContinued]);

  const at = STEPS.indexOf(step);
  const previous = STEPS[at - 1];
  const next = STEPS[at + 1];
  const leave = async (place: Place) => {
    if (isBusy) {
      return;
    }
    if (isChanged && isReady) {
      if (!(await save())) {
        return;
      }
      leaving.current = true;
    }
    navigation.go(place);
  };
  const placeOf = (to: Step): Place => ({ ...(agreementKey !== undefined && { agreement: agreementKey }), step: to });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // What a dialog of this step asks for comes past here, too.
    if (event.target === event.currentTarget && next && isReady) {
      void leave(placeOf(next));
    }
  };
  return (
    <>
      <ViewHeader title={agreement ? <AgreementTitle agreement={agreement} /> : words.title} />
      <PageSection variant="light" padding={{ default: "noPadding" }}>
        <Steps
          step={step}
          isOpen={(other) => other === "name" || (version !== undefined && version.texts.length > 0)}
          onStep={(to) => void leave(placeOf(to))}
          footer={
            <WizardFooterWrapper className="agreements-bar">
              {previous && (
                <Button variant="secondary" isDisabled={isBusy} onClick={() => void leave(placeOf(previous))}>
                  {words.back}
                </Button>
              )}
              {next ? (
                <Button type="submit" form={form} isDisabled={!isReady || isBusy} isLoading={isBusy}>
                  {isChanged ? words.saveAndGoOn : words.goOn}
                </Button>
              ) : (
                action
              )}
              <Button
                variant="link"
                isDisabled={isBusy}
                onClick={() => void leave(agreement ? { agreement: agreement.key, tab: "versions" } : {})}
              >
                {isChanged && isReady ? words.saveAndLeave : words.leave}
              </Button>
              <span role="status" className="agreements-hint">
                {isChanged ? words.notSaved : agreement && words.allSaved}
              </span>
            </WizardFooterWrapper>
          }
        >
          <h2 className="pf-v5-c-title pf-m-lg agreements-step-title" tabIndex={-1} ref={heading}>
            {words.stepOf(at + 1, STEPS.length, words[`step${step}`])}
          </h2>
          <Form id={form} noValidate onSubmit={submit}>
            {typeof children === "function" ? children((place) => void leave(place)) : children}
          </Form>
        </Steps>
      </PageSection>
    </>
  );
}
