/** A colour, its parts from 0 to 1. */
export interface Color {
  red: number;
  green: number;
  blue: number;
  alpha: number;
}

export const WHITE: Color = { red: 1, green: 1, blue: 1, alpha: 1 };

const TRANSPARENT: Color = { red: 0, green: 0, blue: 0, alpha: 0 };

/** How browsers write colours that they have computed. */
const RGB = /^rgba?\(([\d.]+),? ([\d.]+),? ([\d.]+)(?:(?:,| \/) ([\d.]+)(%?))?\)$/;
const SRGB = /^color\(srgb ([\d.]+) ([\d.]+) ([\d.]+)(?: \/ ([\d.]+)(%?))?\)$/;

/** Undefined for one of a space that cannot be reckoned with here. */
export function colorOf(computed: string): Color | undefined {
  if (computed === "" || computed === "transparent") {
    return TRANSPARENT;
  }
  const rgb = RGB.exec(computed);
  const parts = rgb ?? SRGB.exec(computed);
  if (!parts) {
    return undefined;
  }
  const [red, green, blue] = parts.slice(1, 4).map((part) => Number(part) / (rgb ? 255 : 1)) as [
    number,
    number,
    number,
  ];
  const alpha = parts[4] === undefined ? 1 : Number(parts[4]) / (parts[5] === "%" ? 100 : 1);
  return { red, green, blue, alpha };
}

/** What is seen where one colour lies over another that hides all behind it. */
export function over(front: Color, back: Color): Color {
  const mix = (above: number, below: number) => above * front.alpha + below * (1 - front.alpha);
  return {
    red: mix(front.red, back.red),
    green: mix(front.green, back.green),
    blue: mix(front.blue, back.blue),
    alpha: 1,
  };
}

/** How well two colours are told apart, from 1 to 21, as WCAG 2 reckons it. */
export function contrast(one: Color, other: Color): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance({ red, green, blue }: Color): number {
  const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
