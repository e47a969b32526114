const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** A time to wait in words, in the unit that says enough, and never too short. */
export function span(seconds: number, language: string): string {
  const [count, unit] =
    seconds <= 2 * MINUTE
      ? [seconds, "second"]
      : seconds <= 2 * HOUR
        ? [Math.ceil(seconds / MINUTE), "minute"]
        : [Math.ceil(seconds / HOUR), "hour"];
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(count);
}
