import { Checkbox, FormSelect, FormSelectOption, Toolbar, ToolbarContent, ToolbarItem } from "@patternfly/react-core";
import { useId, useState } from "react";
import type { Version } from "../../api";
import { languageName, type Loaded, nearestLocale, useLoaded, useMessages, useView, Waiting } from "../../common";
import type { TabProps } from "../TabProps";
import { Comparison } from "./Comparison";
import { VersionSelect } from "../versions/VersionSelect";
import { localesOf, newestFirst } from "../versions/versions";
import { agreementWords } from "../words";

/** What is different between two versions, side by side; there are two at least. */
export function ChangesTab({ agreement, navigation }: TabProps) {
  const { api, locale, reader } = useView();
  const words = useMessages(agreementWords);
  const id = useId();
  const [showsUnchanged, setShowsUnchanged] = useState(false);
  const { from, to } = pairOf(agreement.versions, agreement.inForce, navigation.place);
  const locales = [...new Set([from, to].flatMap((version) => localesOf(version, agreement.bindingLocale)))];
  const language =
    locales.find((tag) => tag === navigation.place.text) ??
    nearestLocale(locales, reader, agreement.bindingLocale) ??
    agreement.bindingLocale;
  const changes: Loaded<Awaited<ReturnType<typeof api.changes>>> = useLoaded(
    () => api.changes(agreement.key, from.number, to.number, language),
    [api, agreement, from.number, to.number, language],
  );
  const go = (place: { from?: number; version?: number; text?: string }) =>
    navigation.go({
      agreement: agreement.key,
      tab: "changes",
      from: from.number,
      version: to.number,
      text: language,
      ...place,
    });
  const versions = newestFirst(agreement.versions);
  return (
    <>
      <Toolbar className="agreements-toolbar" inset={{ default: "insetNone" }} aria-label={words.compare}>
        <ToolbarContent>
          <ToolbarItem variant="label" id={`${id}-from`}>
            {words.from}
          </ToolbarItem>
          <ToolbarItem>
            <VersionSelect
              label={words.from}
              versions={versions.filter(({ number }) => number < to.number)}
              value={from.number}
              onChange={(number) => go({ from: number })}
            />
          </ToolbarItem>
          <ToolbarItem variant="label">{words.to}</ToolbarItem>
          <ToolbarItem>
            <VersionSelect
              label={words.to}
              versions={versions.filter(({ number }) => number > from.number)}
              value={to.number}
              onChange={(number) => go({ version: number })}
            />
          </ToolbarItem>
          <ToolbarItem>
            <FormSelect aria-label={words.language} value={language} onChange={(_event, text) => go({ text })}>
              {locales.map((tag) => (
                <FormSelectOption key={tag} value={tag} label={languageName(tag, locale)} />
              ))}
            </FormSelect>
          </ToolbarItem>
          <ToolbarItem alignSelf="center">
            <Checkbox
              id={`${id}-unchanged`}
              label={words.showUnchanged}
              isChecked={showsUnchanged}
              onChange={(_event, checked) => setShowsUnchanged(checked)}
            />
          </ToolbarItem>
        </ToolbarContent>
      </Toolbar>
      <Waiting for={changes}>{(value) => <Comparison changes={value} showsUnchanged={showsUnchanged} />}</Waiting>
    </>
  );
}

/** The versions asked for; or else the newest, compared with the one in force or the one before. */
function pairOf(versions: Version[], inForce: number | undefined, place: { from?: number; version?: number }) {
  const sorted = newestFirst(versions);
  const [newest, second, ...rest] = sorted;
  if (!newest || !second) {
    throw new Error("There are no two versions to compare");
  }
  const oldest = rest.at(-1) ?? second;
  const to = sorted.find(({ number }) => number === place.version && number > oldest.number) ?? newest;
  const older = sorted.filter(({ number }) => number < to.number);
  const from =
    older.find(({ number }) => number === place.from) ??
    older.find(({ number }) => number === inForce) ??
    older[0] ??
    second;
  return { from, to };
}
