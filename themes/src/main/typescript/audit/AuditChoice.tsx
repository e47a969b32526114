import { Button, Form, FormSelect, FormSelectOption } from "@patternfly/react-core";
import DownloadIcon from "@patternfly/react-icons/dist/esm/icons/download-icon";
import { useId } from "react";
import { Field, useAlerts, useMessages, useView } from "../common";
import { download } from "../common/asking/download";
import { auditWords } from "./words";

/** Which year, and its figures to take along. */
export function AuditChoice({
  year,
  years,
  onChange,
}: {
  year: number;
  years: readonly number[];
  onChange: (year: number) => void;
}) {
  const words = useMessages(auditWords);
  const { api } = useView();
  const alerts = useAlerts();
  const id = useId();
  const save = async (file: Promise<Blob>, ending: string) => {
    try {
      download(await file, `audit-${year}.${ending}`);
    } catch (cause) {
      alerts.failed(words.failed, cause);
    }
  };
  return (
    <Form className="agreements-audit-choice" onSubmit={(event) => event.preventDefault()}>
      <Field id={id} label={words.year}>
        <FormSelect id={id} value={year} onChange={(_, value) => onChange(Number(value))}>
          {years.map((each) => (
            <FormSelectOption key={each} value={each} label={String(each)} />
          ))}
        </FormSelect>
      </Field>
      <div className="agreements-audit-files">
        <Button variant="link" icon={<DownloadIcon />} onClick={() => void save(api.auditAsPage(year), "html")}>
          {words.page}
        </Button>
        <Button variant="link" icon={<DownloadIcon />} onClick={() => void save(api.auditAsCsv(year), "csv")}>
          {words.csv}
        </Button>
      </div>
    </Form>
  );
}
