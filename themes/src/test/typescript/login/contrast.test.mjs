import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const LOGIN = "src/main/resources/theme/pop800/login/resources";
const read = (name) => readFileSync(`${LOGIN}/${name}`, "utf8");
const style = read("css/pop800.css");

/** The colours a rule gives names to. */
function colours(selector) {
  const begin = style.indexOf(`\n${selector} {`);
  const rule = style.slice(begin, style.indexOf("}", begin));
  return Object.fromEntries(
    [...rule.matchAll(/--pop800-([a-z-]+): (#[0-9a-f]{3,6});/g)].map(([, name, hex]) => [name, hex]),
  );
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex) {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/g, "$&$&") : hex;
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(full.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const light = colours(":root");
const schemes = { light, dark: { ...light, ...colours(".pf-v5-theme-dark") } };
const logos = { light: "img/logo.svg", dark: "img/logo-dark.svg" };

test("the measure is that of WCAG", () => {
  expect(contrast("#fff", "#000000")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#fff")).toBeCloseTo(4.48, 2);
});

test("dark is dark, and light is light", () => {
  expect(luminance(schemes.dark.ground)).toBeLessThan(0.05);
  expect(luminance(schemes.dark.card)).toBeLessThan(0.05);
  expect(luminance(schemes.light.card)).toBeGreaterThan(0.9);
  expect(Object.keys(schemes.dark).filter((name) => !(name in light))).toEqual(["raised"]);
});

const on = (grounds, names) => grounds.flatMap((ground) => names.map((name) => [name, ground]));
const texts = [
  ...on(["card", "ground"], ["ink", "quiet", "accent", "accent-deep", "error"]),
  ["on-button", "button"],
  ["on-button", "button-deep"],
];
const controls = on(["card"], ["edge", "ring", "accent", "error", "button"]);

test.each(["light", "dark"])("%s: text has 4.5 to 1 on whatever it stands on", (scheme) => {
  const colour = schemes[scheme];
  for (const [name, ground] of texts) {
    expect(contrast(colour[name], colour[ground]), `${name} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  }
});

test("what an alert says in the dark has 4.5 to 1, too", () => {
  const { ink, error, raised } = schemes.dark;
  expect(contrast(ink, raised)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(error, raised)).toBeGreaterThanOrEqual(4.5);
});

test.each(["light", "dark"])("%s: edges of controls and what shows the focus have 3 to 1", (scheme) => {
  const colour = schemes[scheme];
  for (const [name, ground] of controls) {
    expect(contrast(colour[name], colour[ground]), `${name} on ${ground}`).toBeGreaterThanOrEqual(3);
  }
});

test.each(["light", "dark"])("%s: the logo can be read on the ground it stands on", (scheme) => {
  const strokes = [...read(logos[scheme]).matchAll(/stroke="(#[0-9a-f]+)"/g)].map(([, stroke]) => stroke);
  expect(strokes).toHaveLength(2);
  for (const stroke of strokes) {
    expect(contrast(stroke, schemes[scheme].ground)).toBeGreaterThanOrEqual(4.5);
  }
  expect(style).toContain(`url("../${logos[scheme]}")`);
});

/** A mail has its colours at each part, and those for the dark in one place. */
const mail = readFileSync(
  "../providers/src/main/resources/theme-resources/templates/html/agreements-layout.ftl",
  "utf8",
);
const dark = mail.slice(mail.indexOf("@media"), mail.indexOf("</style>"));
const find = (words, pattern) => new RegExp(pattern).exec(words)[1];
const mails = {
  light: {
    card: find(mail, 'class="mail-card"[^>]*background-color: (#\\w+)'),
    text: find(mail, 'class="mail-card"[^>]*; color: (#\\w+)'),
    foot: find(mail, 'class="mail-foot"[^>]*; color: (#\\w+)'),
    link: find(mail, 'contactLink}" style="color: (#\\w+)'),
    button: find(mail, 'class="mail-button"[^>]*background-color: (#\\w+)'),
    label: find(mail, "display: inline-block[^>]*; color: (#\\w+)"),
  },
  dark: {
    card: find(dark, "mail-card { background-color: (#\\w+)"),
    text: find(dark, "mail-card {[^}]*important; color: (#\\w+)"),
    foot: find(dark, "mail-foot {[^}]*important; color: (#\\w+)"),
    link: find(dark, "mail-card a { color: (#\\w+)"),
    button: find(dark, "mail-button { background-color: (#\\w+)"),
    label: find(dark, "mail-button a { color: (#\\w+)"),
  },
};

test.each(["light", "dark"])("%s: what a mail says has 4.5 to 1, its button 3 to 1", (scheme) => {
  const { card, text, foot, link, button, label } = mails[scheme];
  for (const words of [text, foot, link]) {
    expect(contrast(words, card)).toBeGreaterThanOrEqual(4.5);
  }
  expect(contrast(label, button)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(button, card)).toBeGreaterThanOrEqual(3);
});
