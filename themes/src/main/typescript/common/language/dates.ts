import { tagOf } from "./languages";

/** A moment in words, in the zone of the browser. */
export function dateTime(millis: number, locale: string): string {
  return new Intl.DateTimeFormat(tagOf(locale), { dateStyle: "medium", timeStyle: "short" }).format(millis);
}

/** A day such as 2026-11-22 in words; it stays that day in every zone. */
export function dayInWords(day: string, locale: string): string {
  return new Intl.DateTimeFormat(tagOf(locale), { dateStyle: "medium", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** A number in words. */
export function count(value: number, locale: string): string {
  return new Intl.NumberFormat(tagOf(locale)).format(value);
}

/** A share of a whole as a percentage; one that is not the whole never reads 100 %, one that is not nothing never 0 %. */
export function percent(part: number, whole: number, locale: string): string {
  const share = whole <= 0 ? 0 : Math.min(part / whole, 1);
  const rounded = share > 0 && share < 1 ? Math.min(Math.max(Math.round(share * 100), 1), 99) / 100 : share;
  return new Intl.NumberFormat(tagOf(locale), { style: "percent" }).format(rounded);
}

/** The value of a datetime-local input for a moment, in the zone of the browser. */
export function toLocalInput(millis: number): string {
  const date = new Date(millis);
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The moment a datetime-local input names; undefined if it is empty or none. */
export function fromLocalInput(value: string): number | undefined {
  const millis = new Date(value).getTime();
  return value === "" || Number.isNaN(millis) ? undefined : millis;
}

/** The zone of the browser, such as Asia/Shanghai. */
export function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
