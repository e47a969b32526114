import type { VerificationFinding } from "../../api";
import { useMessages } from "../../common";
import { findingWords } from "./findingWords";

/** What is said of a finding, in the language of whoever is looking, as far as it has words for it. */
export function Explained({ finding: { code, parameters, words: english } }: { finding: VerificationFinding }) {
  const words = useMessages(findingWords);
  if (!isKnown(code, words)) {
    return <span lang="en">{english}</span>;
  }
  return (
    <>
      {words[code](parameters ?? {})}
      {parameters?.["problem"] && (
        <>
          {" "}
          <span lang="en">{parameters["problem"]}</span>
        </>
      )}
    </>
  );
}

/** A server may be newer than the page. */
function isKnown<T extends object>(code: string | undefined, words: T): code is string & keyof T {
  return code !== undefined && Object.hasOwn(words, code);
}
