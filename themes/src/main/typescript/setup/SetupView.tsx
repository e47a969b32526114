import { Button, PageSection } from "@patternfly/react-core";
import { useState } from "react";
import type { Setup } from "../api";
import { Alert, useLoaded, useMessages, useView, View, ViewHeader, type ViewProps, Waiting } from "../common";
import { ConditionList } from "./ConditionList";
import { MendDialog } from "./MendDialog";
import { PagesCheck } from "./pages/PagesCheck";
import { TakeBackDialog } from "./TakeBackDialog";
import { setupWords } from "./words";
import "./setup.css";

/** What the realm needs so that agreements do their work there: looked at, mended, taken back. */
export function SetupView(props: ViewProps) {
  return (
    <View {...props}>
      <Conditions />
    </View>
  );
}

/** What is being asked before anything is changed: to mend some conditions, or all, or to take all back. */
type Asking = { mend: readonly string[] | undefined } | "takeBack";

function Conditions() {
  const words = useMessages(setupWords);
  const { api } = useView();
  const access = useLoaded(() => api.access(), [api]);
  const setup = useLoaded(() => api.setup(), [api]);
  const [asking, setAsking] = useState<Asking>();
  const mayChange = access.value?.manageRealm ?? false;
  const close = () => setAsking(undefined);
  const changed = (now: Setup) => {
    setup.replace(now);
    close();
  };
  return (
    <>
      <ViewHeader title={words.title} explanation={words.explanation} />
      <PageSection variant="light">
        <Waiting for={setup}>
          {({ conditions, inUse }) => (
            <div aria-busy={setup.isLoading}>
              <Summary conditions={conditions} />
              {mayChange && (
                <div className="agreements-setup-actions">
                  {conditions.some(({ state }) => state === "TO_MEND") && (
                    <Button onClick={() => setAsking({ mend: undefined })}>{words.mendAll}</Button>
                  )}
                  <Button variant="danger" onClick={() => setAsking("takeBack")}>
                    {words.takeBack}
                  </Button>
                </div>
              )}
              <ConditionList
                conditions={conditions}
                mayChange={mayChange}
                onMend={(condition) => setAsking({ mend: [condition] })}
              />
              {inUse && <PagesCheck />}
            </div>
          )}
        </Waiting>
      </PageSection>
      {asking === "takeBack" && <TakeBackDialog onDone={changed} onChanged={setup.reload} onClose={close} />}
      {asking !== undefined && asking !== "takeBack" && (
        <MendDialog conditions={asking.mend} onDone={changed} onChanged={setup.reload} onClose={close} />
      )}
    </>
  );
}

function Summary({ conditions }: Pick<Setup, "conditions">) {
  const words = useMessages(setupWords);
  const lacking = conditions.filter(({ state }) => state === "TO_MEND" || state === "BY_HAND").length;
  return (
    <div role="status">
      <Alert
        isInline
        variant={lacking === 0 ? "success" : "warning"}
        title={lacking === 0 ? words.healthy : words.lacking(lacking)}
      />
    </div>
  );
}
