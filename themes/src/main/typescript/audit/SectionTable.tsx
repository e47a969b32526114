import { Caption, Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import type { AuditFigure, AuditSection } from "../api";
import { useMessages } from "../common";
import { bySource } from "./sources";
import { auditWords } from "./words";

/** Figures about the same, in groups that were counted from the same. */
export function SectionTable({ section: { title, figures } }: { section: AuditSection }) {
  const words = useMessages(auditWords);
  return (
    <Table variant="compact" gridBreakPoint="" className="agreements-audit-table">
      <Caption>{title}</Caption>
      <Thead>
        <Tr>
          <Th modifier="wrap">{words.figure}</Th>
          <Th modifier="wrap">{words.value}</Th>
        </Tr>
      </Thead>
      {bySource(figures).map(({ source, figures: ofSource }) => (
        <Tbody key={keyOf(ofSource[0])}>
          <Tr>
            <Th scope="rowgroup" colSpan={2} modifier="wrap" className="agreements-audit-source">
              {words.counted(source)}
            </Th>
          </Tr>
          {ofSource.map((figure) => (
            <Tr key={keyOf(figure)}>
              <Th scope="row" modifier="wrap" dataLabel={words.figure}>
                {figure.subject === undefined ? figure.label : words.figureOf(figure.label, figure.subject)}
              </Th>
              <Td dataLabel={words.value} dir="auto" className={figure.gap ? "agreements-audit-gap" : ""}>
                {figure.text}
              </Td>
            </Tr>
          ))}
        </Tbody>
      ))}
    </Table>
  );
}

const keyOf = (figure: AuditFigure | undefined) => `${figure?.name} ${JSON.stringify(figure?.of)}`;
