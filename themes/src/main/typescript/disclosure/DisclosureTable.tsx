import { Button, Label } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import type { Disclosure } from "../api";
import { count, dateTime, useMessages, useView, type WordsOf } from "../common";
import { disclosureWords } from "./words";

/**
 * Entries of the register.
 *
 * @param onCorrect what to do with one that is wrong; nothing for who may only look
 */
export function DisclosureTable({
  disclosures,
  onCorrect,
}: {
  disclosures: readonly Disclosure[];
  onCorrect?: ((wrong: Disclosure) => void) | undefined;
}) {
  const words = useMessages(disclosureWords);
  const { locale, timeZone } = useView();
  return (
    <Table variant="compact" aria-label={words.title}>
      <Thead>
        <Tr>
          <Th modifier="wrap">{words.recipient}</Th>
          <Th modifier="wrap">{words.ground}</Th>
          <Th modifier="wrap">{words.data}</Th>
          <Th modifier="wrap">{words.disclosedAt}</Th>
          <Th modifier="wrap">{words.users}</Th>
          <Th modifier="wrap">{words.told}</Th>
          <Th modifier="wrap">{words.registeredBy}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {disclosures.map((each) => (
          <Tr key={each.id}>
            <Td dataLabel={words.recipient}>
              <div dir="auto">{each.recipient}</div>
              {each.reference && (
                <div className="agreements-hint" dir="auto">
                  {each.reference}
                </div>
              )}
              {each.corrects !== undefined && (
                <Label isCompact color="blue">
                  {words.isCorrection}
                </Label>
              )}
              {each.correctedBy !== undefined && (
                <Label isCompact color="orange">
                  {words.isCorrected}
                </Label>
              )}
              {onCorrect !== undefined && each.correctedBy === undefined && (
                <div>
                  <Button
                    variant="link"
                    isInline
                    aria-label={words.correctWhich(each.recipient)}
                    onClick={() => onCorrect(each)}
                  >
                    {words.correct}
                  </Button>
                </div>
              )}
            </Td>
            <Td dataLabel={words.ground}>{words[`ground${each.ground}`]}</Td>
            <Td dataLabel={words.data} dir="auto">
              {each.data.join(", ")}
            </Td>
            <Td dataLabel={words.disclosedAt} modifier="nowrap">
              {dateTime(each.disclosedAt, locale, timeZone)}
            </Td>
            <Td dataLabel={words.users}>{count(each.users, locale)}</Td>
            <Td dataLabel={words.told} dir="auto">
              {toldOf(each, words, locale, timeZone)}
            </Td>
            <Td dataLabel={words.registeredBy}>
              {words.byWhen(each.administrator ?? each.registeredBy, dateTime(each.registeredAt, locale, timeZone))}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

/** Whether the users have been told; as long as none has, from when they are. */
function toldOf(
  { users, told, notBefore, silenceGround }: Disclosure,
  words: WordsOf<typeof disclosureWords>,
  locale: string,
  timeZone: string,
): string {
  if (told > 0) {
    return told === users ? words.toldAll : words.toldSoFar(count(told, locale), count(users, locale));
  }
  return notBefore === undefined
    ? words.toldAtOnce
    : words.toldFrom(dateTime(notBefore, locale, timeZone), silenceGround ?? "");
}
