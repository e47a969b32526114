// Bundles the views for the admin console and for the plain page into target/console/, every file with a digest of its
// content in its name, and writes the names into target/console.properties, from where Maven puts them into
// theme.properties. (A .vite/manifest.json would take the place of the stock console's own.)
import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { scope, withoutFonts } from "./scope.mjs";

const SOURCE = "src/main/typescript";
const OUTPUT = "target/console";
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
    onResolve({ filter: /^(react|react-dom|agreements\/stock-jsx-runtime)$/ }, ({ path }) => ({ path, external: true }));
  },
};

/** The fonts PatternFly brings along are left out, see withoutFonts. */
const noFonts = {
  name: "no-fonts",
  setup({ onResolve }) {
    onResolve({ filter: /\.(woff2?|ttf|eot|svg)$/ }, ({ path }) => ({ path, external: true }));
  },
};

async function bundle(entry, options = {}) {
  const { outputFiles, metafile } = await build({
    ...common,
    ...options,
    metafile: true,
    entryPoints: [`${SOURCE}/${entry}`],
    plugins: [noFonts, ...(options.plugins ?? [])],
    define: { ...common.define, ...options.define },
  });
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

/** Writes a file below the assets and gives its name relative to them. */
function write(name, extension, content) {
  const digest = createHash("sha256").update(content).digest("hex").slice(0, 12);
  const file = `${name}-${digest}.${extension}`;
  writeFileSync(`${OUTPUT}/assets/${file}`, content);
  return file;
}

rmSync(OUTPUT, { recursive: true, force: true });
mkdirSync(`${OUTPUT}/assets`, { recursive: true });

const [views, plain] = await Promise.all([
  bundle("views.ts", { plugins: [reactOfConsole] }),
  bundle("plain/main.tsx"),
]);
const viewsScript = write("views", "js", views.script);
const viewsStyle = write("views", "css", scope(withoutFonts(views.style), SCOPE));
const hook = await bundle("hook/jsx-runtime.ts", {
  plugins: [reactOfConsole],
  define: { VIEWS_SCRIPT: JSON.stringify(viewsScript), VIEWS_STYLE: JSON.stringify(viewsStyle) },
});

const names = {
  "console.hook": write("hook", "js", hook.script),
  "console.plain.script": write("plain", "js", plain.script),
  "console.plain.style": write("plain", "css", withoutFonts(plain.style)),
};
writeFileSync(
  `${OUTPUT}.properties`,
  Object.entries(names).map(([key, name]) => `${key}=assets/${name}\n`).join(""),
);
