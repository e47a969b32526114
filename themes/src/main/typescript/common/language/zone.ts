/** An offset such as +08:00, which not every browser takes for a zone. */
const OFFSET = /^([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/;
const TIME = /^\d{4,6}-\d{2}-\d{2}T\d{2}:\d{2}/;
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** Where a realm names none, or one the browser does not know. */
export const UTC = "UTC";

/** The zone of the browser, such as Asia/Shanghai. */
export function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The zone by which moments are told: that of the realm, UTC if the browser does not know it. */
export function knownZone(zone: string): string {
  if (OFFSET.test(zone)) {
    return zone;
  }
  try {
    Intl.DateTimeFormat("en", { timeZone: zone });
    return zone;
  } catch {
    return UTC;
  }
}

/** A moment as a zone tells it. */
export function formatted(millis: number, locale: string, zone: string, options: Intl.DateTimeFormatOptions): string {
  const offset = fixedOffset(zone);
  if (offset === undefined) {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }).format(millis);
  }
  const { timeZoneName, ...unnamed } = options;
  const told = new Intl.DateTimeFormat(locale, { ...unnamed, timeZone: UTC }).format(millis + offset);
  return timeZoneName === undefined ? told : `${told} UTC${zone}`;
}

/** What the clocks of a zone show at a moment, such as 2026-11-22T09:05. */
export function toWallTime(millis: number, zone: string): string {
  return new Date(millis + offsetAt(millis, zone)).toISOString().slice(0, "2026-11-22T09:05".length);
}

/**
 * The moment at which the clocks of a zone show a time such as 2026-11-22T09:05; undefined if it is none. Of two, when
 * clocks are set back, the first; where clocks leave it out, as much later as they are set forward.
 */
export function fromWallTime(time: string, zone: string): number | undefined {
  const wall = TIME.test(time) ? Date.parse(`${time}Z`) : Number.NaN;
  if (Number.isNaN(wall)) {
    return undefined;
  }
  const candidates = [wall - DAY, wall + DAY].map((around) => wall - offsetAt(around, zone));
  return candidates.find((millis) => millis + offsetAt(millis, zone) === wall) ?? candidates[0];
}

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
function offsetAt(millis: number, zone: string): number {
  const fixed = fixedOffset(zone);
  if (fixed !== undefined) {
    return fixed;
  }
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(millis);
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  // Date.UTC takes the first hundred years for those after 1900, and years are typed digit by digit.
  const wall = new Date(0);
  wall.setUTCFullYear(read("year"), read("month") - 1, read("day"));
  wall.setUTCHours(read("hour"), read("minute"), read("second"));
  return wall.getTime() - Math.floor(millis / SECOND) * SECOND;
}

function fixedOffset(zone: string): number | undefined {
  const [, sign, hours, minutes, seconds = "0"] = OFFSET.exec(zone) ?? [];
  return sign === undefined
    ? undefined
    : (sign === "-" ? -1 : 1) * ((Number(hours) * 60 + Number(minutes)) * MINUTE + Number(seconds) * SECOND);
}
