import { browserZone } from "../common/language/dates";
import { tagOf } from "../common/language/languages";

/** A moment in words, in the zone of the realm, which is named where it is not that of the browser. */
export function momentIn(timeZone: string, millis: number, locale: string): string {
  const format: Intl.DateTimeFormatOptions = {
    year: "numeric",
    month: "long",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
  };
  const inZone: Intl.DateTimeFormatOptions =
    timeZone === browserZone() ? format : { ...format, timeZone, timeZoneName: "short" };
  try {
    return new Intl.DateTimeFormat(tagOf(locale), inZone).format(millis);
  } catch {
    // A zone the browser does not know.
    return new Intl.DateTimeFormat(tagOf(locale), { ...format, timeZoneName: "short" }).format(millis);
  }
}
