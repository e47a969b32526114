import { Button, PageSection } from "@patternfly/react-core";
import LockIcon from "@patternfly/react-icons/dist/esm/icons/lock-icon";
import { type ComponentType, useEffect, useState } from "react";
import type { Access, Agreement, AgreementsApi, Text } from "../../api";
import {
  commonWords,
  Loading,
  type Navigation,
  Nothing,
  type Step,
  useLoaded,
  useMessages,
  useView,
  Waiting,
} from "../../common";
import { Trail } from "../Trail";
import { draftIn } from "./draft";
import { LanguagesStep } from "./step/LanguagesStep";
import { NameStep } from "./step/NameStep";
import { PreviewStep } from "./step/PreviewStep";
import { PublishStep } from "./step/PublishStep";
import { type Offered, offeredBy } from "./realmLanguages";
import { RequirementStep } from "./step/RequirementStep";
import type { StepProps } from "./StepProps";
import { TextStep } from "./step/TextStep";
import { guideWords } from "./words";
import "./guide.css";

const PARTS: Record<Exclude<Step, "name">, ComponentType<StepProps>> = {
  requirement: RequirementStep,
  languages: LanguagesStep,
  text: TextStep,
  preview: PreviewStep,
  publish: PublishStep,
};

/** All a step begins with, as the server has it when the step is entered. */
interface Found {
  step: Step;
  key: string | undefined;
  access: Access;
  agreement: Agreement | undefined;
  texts: Text[];
  taken: string[];
  offered: Offered;
}

/** From nothing to a published agreement, step by step. What a step has is on the server when it is left. */
export function GuidedPath({ step, navigation }: { step: Step; navigation: Navigation }) {
  const { api, reader } = useView();
  const key = navigation.place.agreement;
  const [entered] = useState(step);
  const [isContinued, setContinued] = useState(false);
  const found = useLoaded(() => find(api, step, key, reader), [api, step, key, reader]);
  useEffect(() => {
    if (step !== entered) {
      setContinued(true);
    }
  }, [step, entered]);
  return (
    <>
      <Trail navigation={navigation} {...(key !== undefined && { here: key })} />
      <Waiting for={found}>
        {(value) =>
          value.step === step && value.key === key ? (
            <At found={value} reload={found.reload} navigation={navigation} isContinued={isContinued} />
          ) : (
            <Loading />
          )
        }
      </Waiting>
    </>
  );
}

async function find(api: AgreementsApi, step: Step, key: string | undefined, reader: string): Promise<Found> {
  const [access, all, realm, agreement] = await Promise.all([
    api.access(),
    key === undefined ? api.agreements() : [],
    api.realmLanguages(),
    key === undefined ? undefined : api.agreement(key),
  ]);
  const draft = agreement && draftIn(agreement);
  const texts = await Promise.all(
    (draft?.texts ?? []).map(({ locale }) => api.text(agreement!.key, draft!.number, locale)),
  );
  const taken = all.map((other) => other.key);
  return { step, key, access, agreement, texts, taken, offered: offeredBy(realm, reader) };
}

function At({
  found: { step, access, agreement, texts, taken, offered },
  navigation,
  isContinued,
  reload,
}: Pick<StepProps, "navigation" | "isContinued" | "reload"> & { found: Found }) {
  const words = useMessages(guideWords);
  const common = useMessages(commonWords);
  const version = agreement && draftIn(agreement);
  const shared = { texts, taken, offered, access, navigation, isContinued, reload };
  if (!access.manageRealm) {
    return (
      <PageSection variant="light">
        <Nothing title={common.forbidden} icon={LockIcon}>
          {common.forbiddenWhatToDo}
        </Nothing>
      </PageSection>
    );
  }
  if (agreement && !version && agreement.versions.length > 0) {
    return (
      <PageSection variant="light">
        <Nothing
          title={words.finished}
          actions={
            <Button onClick={() => navigation.go({ agreement: agreement.key, tab: "versions" })}>
              {words.toAgreement}
            </Button>
          }
        >
          {words.finishedHint}
        </Nothing>
      </PageSection>
    );
  }
  if (step === "name" || !agreement || !version || version.texts.length === 0) {
    return <NameStep {...shared} agreement={agreement} version={version} />;
  }
  const Part = PARTS[step];
  return <Part {...shared} agreement={agreement} version={version} />;
}
