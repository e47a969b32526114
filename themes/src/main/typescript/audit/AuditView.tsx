import { PageSection } from "@patternfly/react-core";
import { useState } from "react";
import { useLoaded, useMessages, useView, View, ViewHeader, type ViewProps, Waiting } from "../common";
import { AuditChoice } from "./AuditChoice";
import { SectionTable } from "./SectionTable";
import { auditWords } from "./words";
import { thisYear, yearsOf } from "./years";
import "./audit.css";

/** The figures of a year for a compliance audit, each with what it was counted from. */
export function AuditView(props: ViewProps) {
  return (
    <View {...props}>
      <Audit />
    </View>
  );
}

function Audit() {
  const words = useMessages(auditWords);
  const { api, timeZone } = useView();
  const [year, setYear] = useState(() => thisYear(timeZone));
  const audit = useLoaded(() => api.audit(year), [api, year]);
  return (
    <>
      <ViewHeader title={words.title} explanation={words.explanation} />
      <PageSection variant="light" className="agreements-audit">
        <AuditChoice year={year} years={yearsOf(audit.value, year, timeZone)} onChange={setYear} />
        <Waiting for={audit}>
          {({ notes, sections }) => (
            <div aria-busy={audit.isLoading}>
              {notes.map((note) => (
                <p key={note}>{note}</p>
              ))}
              {sections.map((section) => (
                <SectionTable key={section.section} section={section} />
              ))}
            </div>
          )}
        </Waiting>
      </PageSection>
    </>
  );
}
