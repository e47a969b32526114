// What bin/vulnerabilities does once Node.js is there, which is all it needs. The first argument is the list of libraries.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { inflateRawSync } from "node:zlib";

const SERVER = "https://api.osv.dev";
const ROW = /^\| `([^`]+)` \| ([^ |]+) \|/;

/** The libraries in the tables of a document: Maven's have a group and a name, with a colon between them. */
function libraries(document) {
  return readFileSync(document, "utf8")
    .split("\n")
    .flatMap((line) => {
      const [, name, version] = line.match(ROW) ?? [];
      return name ? [{ ecosystem: name.includes(":") ? "Maven" : "npm", name, version }] : [];
    });
}

/** Asks a server with OSV's interface; it compares versions itself. */
async function askServer(server, all) {
  const queries = all.map(({ ecosystem, name, version }) => ({ package: { ecosystem, name }, version }));
  const { results } = await json(`${server}/v1/querybatch`, { method: "POST", body: JSON.stringify({ queries }) });
  if (results?.length !== all.length) {
    throw new Error(`${server} has not answered for each library`);
  }
  const found = [];
  for (const [at, { vulns = [] }] of results.entries()) {
    for (const { id } of vulns) {
      found.push({ library: all[at], vulnerability: await json(`${server}/v1/vulns/${encodeURIComponent(id)}`) });
    }
  }
  return found;
}

async function json(address, options) {
  const response = await fetch(address, { ...options, signal: AbortSignal.timeout(60_000) });
  if (!response.ok) {
    throw new Error(`${address} answers ${response.status}`);
  }
  return response.json();
}

function searchDatabase(directory, all) {
  return ["Maven", "npm"].flatMap((ecosystem) => {
    const wanted = all.filter((library) => library.ecosystem === ecosystem);
    const found = [];
    for (const content of filesOfZip(readFileSync(`${directory}/${ecosystem}.zip`))) {
      if (!wanted.some(({ name }) => content.includes(JSON.stringify(name)))) {
        continue;
      }
      const vulnerability = JSON.parse(content);
      for (const library of wanted) {
        if (!vulnerability.withdrawn && vulnerability.affected?.some((affected) => concerns(affected, library))) {
          found.push({ library, vulnerability });
        }
      }
    }
    return found;
  });
}

/** GitLab's advisory database: a directory for each ecosystem, in it one for each package, in it a file for each fault. */
function searchAdvisories(directory, all) {
  return all.flatMap((library) => {
    const folder = `${directory}/${library.ecosystem.toLowerCase()}/${library.name.replace(":", "/")}`;
    const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".yml")) : [];
    return files
      .map((file) => readFileSync(`${folder}/${file}`, "utf8"))
      .filter((advisory) => RANGES[library.ecosystem](field(advisory, "affected_range"), library.version))
      .map((advisory) => ({
        library,
        vulnerability: { id: field(advisory, "identifier"), summary: field(advisory, "title") },
      }));
  });
}

/** A quoted value of YAML, which may be broken into lines. */
function field(advisory, name) {
  const [, value] = advisory.match(new RegExp(`^${name}: "((?:[^"\\\\]|\\\\[^])*)"`, "m")) ?? [];
  if (value === undefined) {
    throw new Error(`an advisory has no ${name}`);
  }
  return value.replace(/\\\n\s*/g, "").replace(/\s*\n\s*/g, " ");
}

const RANGES = {
  /** `>=1.0.0 <1.2.0||=1.3.0` */
  npm: (range, version) =>
    range.split("||").some((part) =>
      part
        .trim()
        .split(/\s+/)
        .every((bound) => isOnSide(bound, version)),
    ),
  /** `[1.0,1.2),(,0.9],[1.3]` */
  Maven: (range, version) =>
    [...range.matchAll(/([[(])([^,\])]*)(,?)([^\])]*)([\])])/g)].some(([, opening, from, comma, to, closing]) =>
      comma
        ? (!from || isOnSide(`>${opening === "[" ? "=" : ""}${from}`, version)) &&
          (!to || isOnSide(`<${closing === "]" ? "=" : ""}${to}`, version))
        : compare(version, from) === 0,
    ),
};

function isOnSide(bound, version) {
  const [, operator, at] = bound.match(/^(>=|<=|>|<|=)?(.*)$/);
  const order = compare(version, at);
  return (
    (order === 0 && (!operator || operator.includes("="))) ||
    (order > 0 && operator?.startsWith(">") === true) ||
    (order < 0 && operator?.startsWith("<") === true)
  );
}

function concerns({ package: affected, versions = [], ranges = [] }, { ecosystem, name, version }) {
  return (
    affected?.ecosystem === ecosystem &&
    affected.name === name &&
    (versions.includes(version) || ranges.some((range) => range.type !== "GIT" && isWithin(range.events, version)))
  );
}

/** Events come in pairs: where it begins, and where it ends. */
function isWithin(events, version) {
  let within = false;
  const ordered = events.map((event) => Object.entries(event)[0]).sort(([, one], [, other]) => compare(one, other));
  for (const [kind, at] of ordered) {
    const order = compare(at, version);
    if (kind === "introduced" && order <= 0) {
      within = true;
    } else if ((kind === "fixed" && order <= 0) || (kind === "last_affected" && order < 0)) {
      within = false;
    }
  }
  return within;
}

/** Number by number; words are what comes before a release. Where that is not how a project counts, it errs little. */
function compare(one, other) {
  const [left, right] = [one, other].map((version) => version.replace(/\+.*$/, "").match(/\d+|[a-z]+/gi) ?? []);
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = weight(left[at]) - weight(right[at]) || (left[at] ?? "").localeCompare(right[at] ?? "");
    if (difference !== 0 && !(weight(left[at]) === 0 && weight(right[at]) === 0)) {
      return difference;
    }
  }
  return 0;
}

function weight(part = "0") {
  return /^\d/.test(part) ? Number(part) : -1;
}

/** The contents of a ZIP, one after the other, by its central directory (APPNOTE 4.3.12, and 4.3.14 for large ones). */
function* filesOfZip(zip) {
  const end = zip.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  if (end < 0) {
    throw new Error("the database is no ZIP file");
  }
  let [count, at] = [zip.readUInt16LE(end + 10), zip.readUInt32LE(end + 16)];
  if (count === 0xffff || at === 0xffffffff) {
    const large = Number(zip.readBigUInt64LE(end - 20 + 8));
    [count, at] = [Number(zip.readBigUInt64LE(large + 32)), Number(zip.readBigUInt64LE(large + 48))];
  }
  for (; count > 0; count--) {
    const size = zip.readUInt32LE(at + 20);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + size);
    yield (zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString("utf8");
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}

function read(directory, all) {
  const isOfGitLab = existsSync(`${directory}/maven`) && existsSync(`${directory}/npm`);
  return isOfGitLab ? searchAdvisories(directory, all) : searchDatabase(directory, all);
}

async function main([document, option, value, ...more]) {
  if (more.length > 0 || (option && (!["--database", "--server"].includes(option) || !value))) {
    throw new Error("it is bin/vulnerabilities [--database DIRECTORY | --server URL]");
  }
  const all = libraries(document);
  const found =
    option === "--database" ? read(value, all) : await askServer(option ? value.replace(/\/$/, "") : SERVER, all);
  for (const { library, vulnerability } of found) {
    console.log(`${library.name} ${library.version}: ${vulnerability.id} ${vulnerability.summary ?? ""}`.trim());
  }
  console.log(`${all.length} libraries, ${found.length} known vulnerabilities`);
  return found.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(`error: ${error.cause?.message ?? error.message}. Nothing is known about the libraries now.`);
  process.exitCode = 2;
}
