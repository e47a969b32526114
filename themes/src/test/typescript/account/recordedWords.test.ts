import { describe, expect, test } from "vitest";
import { agreementWords } from "../../../main/typescript/account/agreements/words";
import { commonWords } from "../../../main/typescript/common/language/words";
import recorded from "../../../../../providers/src/main/resources/io/agreements/keycloak/page/account-console.json";

/** The server puts them on record with a decision of the account console, and cannot ask the console for them. */
describe("the words that are on record", () => {
  test("are those of the dialogs", () => {
    const shown = (["en", "zhHans", "zhHant"] as const).map((language) => {
      const words = agreementWords[language];
      const { cancel } = commonWords[language];
      return [
        { en: "en", zhHans: "zh-Hans", zhHant: "zh-Hant" }[language],
        {
          ACCEPTED: { hint: words.giveHint("{version}"), agree: words.agree, decline: words.decline, cancel },
          WITHDRAWN: {
            heading: words.withdraw,
            hint: words.withdrawHint("{title}"),
            act: words.withdrawAct,
            cancel,
          },
        },
      ] as const;
    });

    expect(recorded).toEqual(Object.fromEntries(shown));
  });
});
