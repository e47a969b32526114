import {
  Button,
  FormSelect,
  FormSelectOption,
  PageSection,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from "@patternfly/react-core";
import DownloadIcon from "@patternfly/react-icons/dist/esm/icons/download-icon";
import { useState } from "react";
import { type Disclosure, type DisclosureGround, DISCLOSURE_GROUNDS } from "../api";
import {
  asked,
  BEGINNING,
  Nothing,
  type PageStart,
  Paging,
  turned,
  useAlerts,
  useLoaded,
  useMessages,
  useView,
  View,
  ViewHeader,
  type ViewProps,
  Waiting,
} from "../common";
import { download } from "../common/asking/download";
import { DisclosureTable } from "./DisclosureTable";
import { RegisterDialog } from "./RegisterDialog";
import { disclosureWords } from "./words";

const PAGE = 20;

/** The register of data that was given to third parties. */
export function DisclosuresView(props: ViewProps) {
  return (
    <View {...props}>
      <Register />
    </View>
  );
}

function Register() {
  const words = useMessages(disclosureWords);
  const { api } = useView();
  const alerts = useAlerts();
  const [{ ground, page }, setWanted] = useState<{ ground?: DisclosureGround; page: PageStart }>({
    page: BEGINNING,
  });
  const [isRegistering, setRegistering] = useState(false);
  const [wrong, setWrong] = useState<Disclosure>();
  const access = useLoaded(() => api.access(), [api]);
  const disclosures = useLoaded(() => api.disclosures({ ground, ...asked(page, PAGE) }), [api, ground, page]);
  const save = async () => {
    try {
      download(await api.disclosuresAsCsv({ ground }), "disclosures.csv");
    } catch (cause) {
      alerts.failed(words.csvFailed, cause);
    }
  };
  return (
    <>
      <ViewHeader title={words.title} explanation={words.explanation} />
      <PageSection variant="light">
        <Toolbar inset={{ default: "insetNone" }}>
          <ToolbarContent>
            <ToolbarItem>
              <FormSelect
                aria-label={words.ground}
                value={ground ?? ""}
                onChange={(_event, value) =>
                  setWanted({ ...(value !== "" && { ground: value as DisclosureGround }), page: BEGINNING })
                }
              >
                <FormSelectOption value="" label={words.anyGround} />
                {DISCLOSURE_GROUNDS.map((each) => (
                  <FormSelectOption key={each} value={each} label={words[`ground${each}`]} />
                ))}
              </FormSelect>
            </ToolbarItem>
            {access.value?.manageUsers && (
              <ToolbarItem>
                <Button onClick={() => setRegistering(true)}>{words.register}</Button>
              </ToolbarItem>
            )}
            <ToolbarItem>
              <Button variant="secondary" icon={<DownloadIcon />} onClick={() => void save()}>
                {words.csv}
              </Button>
            </ToolbarItem>
          </ToolbarContent>
        </Toolbar>
        <Waiting for={disclosures}>
          {(received) =>
            received.length === 0 && page.first === 0 ? (
              <Nothing title={words.none}>{words.noneHint}</Nothing>
            ) : (
              <div aria-busy={disclosures.isLoading}>
                <DisclosureTable
                  disclosures={received.slice(0, PAGE)}
                  onCorrect={access.value?.manageUsers ? setWrong : undefined}
                />
                <Paging
                  first={page.first}
                  max={PAGE}
                  received={received.length}
                  onFirst={(first) =>
                    setWanted({ ...(ground && { ground }), page: turned(page, first, received[PAGE - 1]?.id) })
                  }
                />
              </div>
            )
          }
        </Waiting>
      </PageSection>
      {(isRegistering || wrong !== undefined) && (
        <RegisterDialog
          wrong={wrong}
          onClose={() => {
            setRegistering(false);
            setWrong(undefined);
            disclosures.reload();
          }}
        />
      )}
    </>
  );
}
