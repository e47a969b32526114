import { PageSection } from "@patternfly/react-core";
import { useLoaded, useMessages, useView, View, ViewHeader, type ViewProps, Waiting } from "../common";
import { ListForm } from "./ListForm";
import { TrialForm } from "./TrialForm";
import { contentWords } from "./words";

/** What the users of a realm may not use of themselves. */
export function ProhibitedContentView(props: ViewProps) {
  return (
    <View {...props}>
      <ProhibitedContent />
    </View>
  );
}

function ProhibitedContent() {
  const words = useMessages(contentWords);
  const { api } = useView();
  const access = useLoaded(() => api.access(), [api]);
  const list = useLoaded(() => api.wordList(), [api]);
  return (
    <>
      <ViewHeader title={words.title} explanation={words.explanation} />
      <PageSection variant="light">
        <Waiting for={list}>
          {(read) => (
            <>
              <ListForm
                key={read.digest ?? "none"}
                list={read}
                mayChange={access.value?.manageRealm ?? false}
                onSaved={list.reload}
              />
              <TrialForm />
            </>
          )}
        </Waiting>
      </PageSection>
    </>
  );
}
