import type { Version } from "../../api";
import { Alert, languageName, useLoaded, useMessages, useView } from "../../common";
import { remainsIn } from "../guide/template/remains";
import { guideWords } from "../guide/words";

/** Warns where texts of a version still have something of a template. */
export function TemplateRemains({ agreementKey, version }: { agreementKey: string; version: Version }) {
  const { api, locale } = useView();
  const words = useMessages(guideWords);
  const texts = useLoaded(
    () => Promise.all(version.texts.map((text) => api.text(agreementKey, version.number, text.locale))),
    [api, agreementKey, version],
  );
  const remains = (texts.value ?? []).flatMap(
    ({ content = "", locale: language }) => remainsIn(content, languageName(language, locale), words) ?? [],
  );
  return remains.length === 0 ? null : (
    <Alert variant="warning" isInline title={words.beganAsTemplate}>
      <ul>
        {remains.map((told) => (
          <li key={told}>{told}</li>
        ))}
      </ul>
    </Alert>
  );
}
