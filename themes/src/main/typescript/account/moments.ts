import { tagOf } from "../common/language/languages";
import { browserZone, formatted, knownZone } from "../common/language/zone";

const FORMAT: Intl.DateTimeFormatOptions = {
  year: "numeric",
  month: "long",
  day: "numeric",
  hour: "numeric",
  minute: "2-digit",
};

/** A moment in words as the pages of the realm tell it, in its zone, which is named where it is not that of the browser. */
export function momentIn(timeZone: string, millis: number, locale: string): string {
  const zone = knownZone(timeZone);
  const options = zone === browserZone() ? FORMAT : { ...FORMAT, timeZoneName: "short" as const };
  return formatted(millis, tagOf(locale), zone, options);
}
