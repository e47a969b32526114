import { WizardNav, WizardNavItem } from "@patternfly/react-core";
import CaretDownIcon from "@patternfly/react-icons/dist/esm/icons/caret-down-icon";
import { type ReactNode, useId, useState } from "react";
import { type Step, STEPS, useMessages } from "../../common";
import { guideWords } from "./words";

/**
 * The steps beside the one that is shown, as the wizards of the stock console have them. PatternFly's own component moves on
 * before anything is saved, and names a button in English only.
 */
export function Steps({
  step,
  isOpen,
  onStep,
  footer,
  children,
}: {
  step: Step;
  /** Whether one can go to a step. */
  isOpen: (step: Step) => boolean;
  onStep: (step: Step) => void;
  footer: ReactNode;
  children: ReactNode;
}) {
  const words = useMessages(guideWords);
  const [isExpanded, setExpanded] = useState(false);
  const list = useId();
  const at = STEPS.indexOf(step) + 1;
  return (
    <div className="pf-v5-c-wizard agreements-guide">
      <button
        type="button"
        className={`pf-v5-c-wizard__toggle${isExpanded ? " pf-m-expanded" : ""}`}
        aria-expanded={isExpanded}
        aria-controls={list}
        onClick={() => setExpanded(!isExpanded)}
        onKeyDown={({ key }) => key === "Escape" && setExpanded(false)}
      >
        <span className="pf-v5-c-wizard__toggle-list">
          <span className="pf-v5-c-wizard__toggle-list-item">
            <span className="pf-v5-c-wizard__toggle-num">{at}</span> {words[`step${step}`]}
          </span>
        </span>
        <span className="pf-v5-c-wizard__toggle-icon">
          <CaretDownIcon aria-hidden="true" />
        </span>
      </button>
      <div className="pf-v5-c-wizard__outer-wrap">
        <div className="pf-v5-c-wizard__inner-wrap">
          <div id={list}>
            <WizardNav isExpanded={isExpanded} aria-label={words.steps}>
              {STEPS.map((other, index) => (
                <WizardNavItem
                  key={other}
                  content={words[`step${other}`]}
                  stepIndex={index + 1}
                  isCurrent={other === step}
                  isDisabled={!isOpen(other)}
                  onClick={() => other !== step && onStep(other)}
                />
              ))}
            </WizardNav>
          </div>
          <div className="pf-v5-c-wizard__main">
            <div className="pf-v5-c-wizard__main-body">{children}</div>
          </div>
        </div>
        {footer}
      </div>
    </div>
  );
}
