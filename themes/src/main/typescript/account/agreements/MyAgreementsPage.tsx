import { useState } from "react";
import { isolated } from "../../common/language/languages";
import { useMessages } from "../../common/language/messages";
import { useLoaded } from "../../common/asking/useLoaded";
import { ViewHeader } from "../../common/parts/ViewHeader";
import { Nothing, Waiting } from "../../common/asking/Waiting";
import { useAccount } from "../AccountContext";
import { type AccountProps, AccountView } from "../AccountView";
import type { MyAgreement } from "../api";
import { Section } from "../Section";
import { History } from "./History";
import { OptionalAgreement } from "./OptionalAgreement";
import { RequiredAgreement } from "./RequiredAgreement";
import { agreementWords } from "./words";

/** Where the user stands with each agreement, and how it came about. */
export function MyAgreementsPage(props: AccountProps) {
  return (
    <AccountView {...props}>
      <MyAgreements />
    </AccountView>
  );
}

function MyAgreements() {
  const words = useMessages(agreementWords);
  const { api, access } = useAccount();
  const agreements = useLoaded(() => api.agreements(), [api]);
  const [decisions, setDecisions] = useState(0);
  const known = agreements.value ?? [];
  const onlyNotices = known.length > 0 && known.every(({ requirement }) => requirement === "ACKNOWLEDGEMENT");
  return (
    <>
      <ViewHeader
        title={words.title}
        explanation={onlyNotices ? words.explanationOfNotices : words.explanation}
        divider={false}
      />
      <Waiting for={agreements}>
        {(all) => {
          const decided = (changed: MyAgreement) => {
            agreements.replace(all.map((one) => (one.key === changed.key ? changed : one)));
            setDecisions((before) => before + 1);
          };
          const required = all.filter(({ requirement }) => requirement === "REQUIRED");
          const toNote = all.filter(({ requirement }) => requirement === "ACKNOWLEDGEMENT");
          const optional = all.filter(({ requirement }) => requirement === "OPTIONAL");
          return (
            <>
              {all.length === 0 && <Nothing title={words.none}>{words.noneHint}</Nothing>}
              {required.length > 0 && (
                <Section
                  title={words.required}
                  explanation={[words.requiredHint, access.delete && words.requiredWayOut].filter(Boolean).join(" ")}
                >
                  {required.map((agreement) => (
                    <RequiredAgreement key={agreement.key} agreement={agreement} />
                  ))}
                </Section>
              )}
              {toNote.length > 0 && (
                <Section
                  title={words.toNote}
                  explanation={[words.toNoteHint, access.delete && words.toNoteWayOut].filter(Boolean).join(" ")}
                >
                  {toNote.map((agreement) => (
                    <RequiredAgreement key={agreement.key} agreement={agreement} />
                  ))}
                </Section>
              )}
              {optional.length > 0 && (
                <Section title={words.optional} explanation={words.optionalHint}>
                  {optional.map((agreement) => (
                    <OptionalAgreement key={agreement.key} agreement={agreement} onDecided={decided} />
                  ))}
                </Section>
              )}
              <History
                decisions={decisions}
                titles={new Map(all.map(({ key, title, locale }) => [key, isolated(title, locale)]))}
              />
            </>
          );
        }}
      </Waiting>
    </>
  );
}
