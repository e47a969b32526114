import { Button, Text } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useId } from "react";
import type { VerificationFinding, VerificationResult } from "../../api";
import { count, useLoaded, useMessages, useView, Waiting } from "../../common";
import { RecordDetails } from "../RecordDetails";
import { Explained } from "./Explained";
import { verificationWords } from "./words";

interface RecordContext {
  /** Titles of agreements by key. */
  titles?: ReadonlyMap<string, string> | undefined;
  onUser?: ((userId: string) => void) | undefined;
}

interface FindingTableProps extends RecordContext {
  result: VerificationResult;
  /** Id of the record that is open. */
  opened?: string | undefined;
  onOpen: (recordId: string | undefined) => void;
}

/** What a verification found; records can be opened. */
export function FindingTable({ result, opened, onOpen, ...context }: FindingTableProps) {
  const words = useMessages(verificationWords);
  const { locale } = useView();
  const id = useId();
  const { findings, counts } = result;
  const more = Object.values(counts).reduce((sum, number) => sum + number, 0) - findings.length;
  if (findings.length === 0) {
    return null;
  }
  return (
    <>
      <Table variant="compact" aria-label={words.findings}>
        <Thead>
          <Tr>
            <Th modifier="wrap" width={15}>
              {words.what}
            </Th>
            <Th modifier="wrap" width={20}>
              {words.where}
            </Th>
            <Th modifier="wrap" width={20}>
              {words.column}
            </Th>
            <Th modifier="wrap">{words.explained}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {findings.map((finding, index) => (
            <Tr key={`${String(index)} ${finding.row ?? ""}`}>
              <Td dataLabel={words.what}>{words[`kind${finding.kind}`]}</Td>
              <Td dataLabel={words.where}>
                <Where
                  finding={finding}
                  isOpen={finding.recordId !== undefined && finding.recordId === opened}
                  controls={id}
                  onOpen={(record) => onOpen(record === opened ? undefined : record)}
                />
              </Td>
              <Td dataLabel={words.column}>
                {finding.column ? <code className="agreements-code">{finding.column}</code> : "–"}
              </Td>
              <Td dataLabel={words.explained} modifier="breakWord">
                <Explained finding={finding} />
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {more > 0 && <Text className="agreements-hint">{words.more(count(more, locale))}</Text>}
      {opened !== undefined && findings.some(({ recordId }) => recordId === opened) && (
        <OpenedRecord key={opened} id={id} recordId={opened} {...context} />
      )}
    </>
  );
}

function Where({
  finding: { table, row, recordId, index },
  isOpen,
  controls,
  onOpen,
}: {
  finding: VerificationFinding;
  isOpen: boolean;
  controls: string;
  onOpen: (recordId: string) => void;
}) {
  const words = useMessages(verificationWords);
  const { locale } = useView();
  return (
    <>
      {recordId ? (
        <Button
          variant="link"
          isInline
          aria-expanded={isOpen}
          aria-controls={isOpen ? controls : undefined}
          onClick={() => onOpen(recordId)}
        >
          {words.open(recordId)}
        </Button>
      ) : (
        <code className="agreements-code">{[table, row].filter(Boolean).join(" ") || "–"}</code>
      )}
      {index !== undefined && <div className="agreements-hint">{words.place(count(index, locale))}</div>}
    </>
  );
}

function OpenedRecord({ id, recordId, titles, onUser }: { id: string; recordId: string } & RecordContext) {
  const words = useMessages(verificationWords);
  const { api } = useView();
  const record = useLoaded(() => api.record(recordId), [api, recordId]);
  const title = titles?.get(record.value?.agreementKey ?? "");
  return (
    <section id={id} aria-label={words.record(recordId)}>
      <Waiting for={record}>
        {(known) => (
          <RecordDetails record={known} {...(title !== undefined && { title })} {...(onUser && { onUser })} />
        )}
      </Waiting>
    </section>
  );
}
