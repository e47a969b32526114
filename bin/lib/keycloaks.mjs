// Writes a row of the table of versions: node keycloaks.mjs KEYCLOAK JAVA DATABASES PASSED FAILED SKIPPED DAY FILE...
import { readFileSync, writeFileSync } from "node:fs";

const BEGIN = "<!-- versions of Keycloak: written by bin/test, from a run -->";
const END = "<!-- end of versions -->";

const [keycloak, java, databases, passed, failed, skipped, day, ...files] = process.argv.slice(2);
if (files.length === 0) {
  console.error("Usage: keycloaks.mjs KEYCLOAK JAVA DATABASES PASSED FAILED SKIPPED DAY FILE...");
  process.exit(2);
}
const row = [keycloak, java, databases, day, passed, failed, skipped];
files.forEach((file) => writeFileSync(file, withRow(file, readFileSync(file, "utf8"))));

function withRow(file, text) {
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (begin < 0 || end < begin) {
    throw new Error(`${file} has no table between '${BEGIN}' and '${END}'`);
  }
  const [head, rule, ...rows] = text
    .slice(begin + BEGIN.length, end)
    .trim()
    .split("\n");
  const kept = rows.map(cells).filter((other) => !isSameRun(other));
  const sorted = [...kept, row].sort(newestFirst).map((each) => `| ${each.join(" | ")} |`);
  return `${text.slice(0, begin)}${BEGIN}\n\n${[head, rule, ...sorted].join("\n")}\n\n${text.slice(end)}`;
}

function cells(line) {
  return line
    .replace(/^\| | \|$/g, "")
    .split("|")
    .map((cell) => cell.trim());
}

/** One of the same Keycloak, on the same Java and databases. */
function isSameRun(other) {
  return other.slice(0, 3).join("|") === row.slice(0, 3).join("|");
}

function newestFirst(one, other) {
  return other[0].localeCompare(one[0], "en", { numeric: true }) || Number(one[1]) - Number(other[1]);
}
