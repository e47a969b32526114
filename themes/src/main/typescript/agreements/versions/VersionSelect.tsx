import { FormSelect, FormSelectOption } from "@patternfly/react-core";
import type { Version } from "../../api";
import { commonWords, isolated, useMessages } from "../../common";
import { agreementWords } from "../words";

/** Chooses one of the versions. */
export function VersionSelect({
  label,
  versions,
  value,
  onChange,
}: {
  label: string;
  versions: Version[];
  value: number;
  onChange: (version: number) => void;
}) {
  const words = useMessages(agreementWords);
  const states = useMessages(commonWords);
  return (
    <FormSelect
      className="agreements-version-select"
      aria-label={label}
      value={value}
      onChange={(_event, number) => onChange(Number(number))}
    >
      {versions.map((version) => (
        <FormSelectOption
          key={version.number}
          value={version.number}
          label={[words.versionTitle(version.number), isolated(version.label ?? ""), states[`state${version.state}`]]
            .filter(Boolean)
            .join(" · ")}
        />
      ))}
    </FormSelect>
  );
}
