// Bundles what is added to the admin console, and the plain page, into target/console/, and what is added to the account
// console into target/account/, every file with a digest of its content in its name. The names go into
// target/console.properties, from where Maven puts them into theme.properties; which packages are in the bundles, into target/bundled.json, and their licences into target/licences. (A .vite/manifest.json would take the place of the stock console's own.)
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { scope, withoutFonts } from "./scope.mjs";
import { writeTypes } from "./words.mjs";

const SOURCE = "src/main/typescript";
const CONSOLE = "target/console";
const ACCOUNT = "target/account";
const VERIFY = "target/verify";
const PAGES = "../proof/src/main/resources/io/agreements/proof/receipt";
const TEMPLATES = {
  "agreements/receipt-page": `${PAGES}/receipt-1.html`,
  "agreements/version-page": `${PAGES}/version/version-1.html`,
  "agreements/wording-page": `${PAGES}/version/wording-1.html`,
};
const SCOPE = "agreements-views";

const common = {
  bundle: true,
  write: false,
  format: "esm",
  target: "es2022",
  jsx: "automatic",
  minify: true,
  legalComments: "none",
  charset: "utf8",
  logLevel: "warning",
  outdir: "out",
  define: { "process.env.NODE_ENV": '"production"' },
};

/** In the console React is the console's own, and our elements need not pass through our own hook. */
const reactOfConsole = {
  name: "react-of-console",
  setup({ onResolve }) {
    onResolve({ filter: /^react\/jsx-runtime$/ }, () => ({ path: "agreements/stock-jsx-runtime", external: true }));
    onResolve({ filter: /^(react|react-dom|agreements\/stock-jsx-runtime)$/ }, ({ path }) => ({
      path,
      external: true,
    }));
  },
};

/** The fonts PatternFly brings along are left out, see withoutFonts. */
const noFonts = {
  name: "no-fonts",
  setup({ onResolve }) {
    onResolve({ filter: /\.(woff2?|ttf|eot|svg)$/ }, ({ path }) => ({ path, external: true }));
  },
};

/** Pages of receipts and packs are made anew to be compared; their templates lie where the Java is that makes them. */
const pageTemplates = {
  name: "page-templates",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^agreements\/(receipt|version|wording)-page$/ }, ({ path }) => ({
      path,
      namespace: "page-templates",
    }));
    onLoad({ filter: /.*/, namespace: "page-templates" }, ({ path }) => ({
      contents: readFileSync(TEMPLATES[path], "utf8"),
      loader: "text",
    }));
  },
};

/** What of each package of npm is in a bundle: its name and version. */
const bundled = new Map();

/** What each package of npm in a bundle says of its licence. */
const licences = new Map();

/** The words of a package's own licence; its licence demands that they go along. */
function licenceOf(directory) {
  const files = readdirSync(directory).filter((name) => /^(licen[cs]e|notice|copyright)/i.test(name));
  if (files.length === 0) {
    throw new Error(`${directory} has no licence`);
  }
  return files
    .sort()
    .map((name) => readFileSync(`${directory}/${name}`, "utf8").replaceAll("\r\n", "\n").trim())
    .join("\n\n");
}

function noteBundled({ outputs }) {
  for (const { inputs } of Object.values(outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const [directory, name] = path.match(/^.*node_modules\/((?:@[^/]+\/)?[^/]+)/) ?? [];
      if (bytesInOutput > 0 && directory) {
        const { version, license } = JSON.parse(readFileSync(`${directory}/package.json`, "utf8"));
        bundled.set(name, version);
        licences.set(name, `${name} ${version} (${license})\n\n${licenceOf(directory)}\n`);
      }
    }
  }
}

async function bundle(entry, options = {}) {
  const { outputFiles, metafile } = await build({
    ...common,
    ...options,
    metafile: true,
    entryPoints: [`${SOURCE}/${entry}`],
    plugins: [noFonts, ...(options.plugins ?? [])],
    define: { ...common.define, ...options.define },
  });
  noteBundled(metafile);
  return {
    script: outputFiles.find(({ path }) => path.endsWith(".js")).text,
    style: await join(stylesInUse(metafile)),
  };
}

/** The styles of a bundle in their order; without those of components that were left out of its script. */
function stylesInUse({ outputs }) {
  const inputsOf = (extension) =>
    Object.entries(outputs).flatMap(([path, { inputs }]) => (path.endsWith(extension) ? Object.entries(inputs) : []));
  const modules = new Set(inputsOf(".js").flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])));
  return inputsOf(".css")
    .map(([path]) => path)
    .filter((path) => !path.includes("/react-styles/css/") || modules.has(path.replace(/\.css$/, ".mjs")));
}

async function join(styles) {
  const contents = styles.map((path) => `@import ${JSON.stringify(`./${path}`)};`).join("\n");
  const { outputFiles } = await build({
    ...common,
    plugins: [noFonts],
    stdin: { contents, loader: "css", resolveDir: "." },
  });
  return outputFiles.map(({ text }) => text).join("");
}

/** Writes a file below the assets of an output and gives its name relative to them. */
function write(output, name, extension, content) {
  const digest = createHash("sha256").update(content).digest("hex").slice(0, 12);
  const file = `${name}-${digest}.${extension}`;
  writeFileSync(`${output}/assets/${file}`, content);
  return file;
}

/** Writes what is added to a stock console: views, and the hook that shows them. Gives the name of the hook. */
async function writeAdditions(output, { views, hook }) {
  const { script, style } = await bundle(views, { plugins: [reactOfConsole] });
  const define = {
    VIEWS_SCRIPT: JSON.stringify(write(output, "views", "js", script)),
    VIEWS_STYLE: JSON.stringify(write(output, "views", "css", scope(withoutFonts(style), SCOPE))),
  };
  return write(output, "hook", "js", (await bundle(hook, { plugins: [reactOfConsole], define })).script);
}

writeTypes();
for (const output of [CONSOLE, ACCOUNT]) {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(`${output}/assets`, { recursive: true });
}

const [consoleHook, accountHook, plain, verify] = await Promise.all([
  writeAdditions(CONSOLE, { views: "views.ts", hook: "hook/jsx-runtime.ts" }),
  writeAdditions(ACCOUNT, { views: "account/views.ts", hook: "hook/account/jsx-runtime.ts" }),
  bundle("plain/main.tsx"),
  bundle("verify/main.ts", { plugins: [pageTemplates] }),
]);

// Its address gets a digest from the server, for every theme has the page.
mkdirSync(`${VERIFY}/js`, { recursive: true });
writeFileSync(`${VERIFY}/js/agreements-verify.js`, verify.script);

const names = {
  "console.hook": consoleHook,
  "console.plain.script": write(CONSOLE, "plain", "js", plain.script),
  "console.plain.style": write(CONSOLE, "plain", "css", withoutFonts(plain.style)),
  "account.hook": accountHook,
};
writeFileSync(
  `${CONSOLE}.properties`,
  Object.entries(names)
    .map(([key, name]) => `${key}=assets/${name}\n`)
    .join(""),
);
writeFileSync("target/bundled.json", `${JSON.stringify(Object.fromEntries([...bundled].sort()), null, 2)}\n`);
mkdirSync("target/licences", { recursive: true });
const rule = `\n${"-".repeat(80)}\n\n`;
writeFileSync(
  "target/licences/THIRD-PARTY.txt",
  [
    "Bundled into the scripts and styles of this jar, under the licences below.\n",
    ...[...licences].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, words]) => words),
  ].join(rule),
);
