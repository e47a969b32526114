import { Text } from "@patternfly/react-core";
import { Alert, count, messageOf, tagOf, useLoaded, useMessages, useView } from "../common";
import { mailingWords } from "./words";

/** What users would get, how many they are, and how long it would take. */
export function MailingOffer({
  agreementKey,
  version,
  perMinute,
}: {
  agreementKey: string;
  version: number;
  perMinute: number | undefined;
}) {
  const { api, locale } = useView();
  const words = useMessages(mailingWords);
  // Nobody gets mail but those whom a material version would ask.
  const reach = useLoaded(() => api.reach(agreementKey, version, true), [api, agreementKey, version]);
  const users = reach.value?.users;
  return (
    <>
      <Text>{words.what}</Text>
      <Alert
        variant="info"
        isInline
        component="h2"
        title={
          users === undefined
            ? reach.error === undefined
              ? words.counting
              : messageOf(reach.error)
            : words.users(count(users, locale), users)
        }
      >
        {users !== undefined && perMinute !== undefined && (
          <Text>{words.duration(duration(Math.ceil(users / perMinute), locale))}</Text>
        )}
        <Text>{words.onceEach}</Text>
      </Alert>
    </>
  );
}

/** Minutes in words, in hours where they are many. */
function duration(minutes: number, locale: string): string {
  const [value, unit] = minutes < 120 ? [Math.max(minutes, 1), "minute"] : [Math.ceil(minutes / 60), "hour"];
  return new Intl.NumberFormat(tagOf(locale), { style: "unit", unit, unitDisplay: "long" }).format(value);
}
