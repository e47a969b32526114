import { Checkbox, TextArea, TextInput } from "@patternfly/react-core";
import { CONTENT_GROUNDS, OTHER_GROUNDS, type RestrictionGround } from "../../api";
import { Choice, Field, useMessages } from "../../common";
import { restrictionWords } from "../words";
import type { Statement } from "./Statement";

const FACTS = 2000;
const ARTICLE = 255;
const APPEAL = 500;

/** Grounds, facts, article and where else to object: all of it is read by the user. */
export function StatementFields({
  id,
  statement,
  mistakeIn,
  onChange,
}: {
  id: string;
  statement: Statement;
  /** What the server says against a field. */
  mistakeIn: (field: keyof Statement) => string | undefined;
  onChange: (changes: Partial<Statement>) => void;
}) {
  const words = useMessages(restrictionWords);
  const { grounds, facts, article, appeal } = statement;
  const toggle = (ground: RestrictionGround, isChosen: boolean) =>
    onChange({ grounds: isChosen ? [...grounds, ground] : grounds.filter((each) => each !== ground) });
  const boxes = (offered: readonly RestrictionGround[]) =>
    offered.map((ground) => (
      <Checkbox
        key={ground}
        id={`${id}-${ground}`}
        label={words[`ground${ground}`]}
        isChecked={grounds.includes(ground)}
        onChange={(_event, isChosen) => toggle(ground, isChosen)}
      />
    ));
  return (
    <>
      <Choice
        id={`${id}-content`}
        legend={words.groundsContent}
        hint={words.groundsHint}
        mistake={mistakeIn("grounds")}
      >
        {boxes(CONTENT_GROUNDS)}
      </Choice>
      <Choice id={`${id}-other`} legend={words.groundsOther}>
        {boxes(OTHER_GROUNDS)}
      </Choice>
      <Field id={`${id}-facts`} label={words.facts} hint={words.factsHint} mistake={mistakeIn("facts")} isRequired>
        <TextArea
          id={`${id}-facts`}
          aria-describedby={`${id}-facts-hint`}
          value={facts}
          dir="auto"
          isRequired
          maxLength={FACTS}
          rows={4}
          resizeOrientation="vertical"
          validated={mistakeIn("facts") ? "error" : "default"}
          onChange={(_event, value) => onChange({ facts: value })}
        />
      </Field>
      <Field
        id={`${id}-article`}
        label={words.article}
        hint={words.articleHint}
        mistake={mistakeIn("article")}
        isRequired
      >
        <TextInput
          id={`${id}-article`}
          aria-describedby={`${id}-article-hint`}
          value={article}
          dir="auto"
          isRequired
          maxLength={ARTICLE}
          autoComplete="off"
          validated={mistakeIn("article") ? "error" : "default"}
          onChange={(_event, value) => onChange({ article: value })}
        />
      </Field>
      <Field id={`${id}-appeal`} label={words.elsewhere} hint={words.elsewhereHint} mistake={mistakeIn("appeal")}>
        <TextArea
          id={`${id}-appeal`}
          aria-describedby={`${id}-appeal-hint`}
          value={appeal}
          dir="auto"
          maxLength={APPEAL}
          rows={2}
          resizeOrientation="vertical"
          validated={mistakeIn("appeal") ? "error" : "default"}
          onChange={(_event, value) => onChange({ appeal: value })}
        />
      </Field>
    </>
  );
}
