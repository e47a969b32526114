// Checks types, rules and format side by side, unless exactly what is there has passed already.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { writeTypes } from "./words.mjs";

const SOURCES = [
  ".",
  "src/main/typescript",
  "src/test/typescript",
  "tools",
  "../providers/src/main/resources",
  "../bin",
];
const MARK = "target/checked";

const wanted = digest([...SOURCES.flatMap(filesIn), "../.editorconfig"]);
if (!existsSync(MARK) || readFileSync(MARK, "utf8") !== wanted) {
  writeTypes();
  const passed = await Promise.all(["types", "lint", "formatted"].map(run));
  if (passed.includes(false)) {
    process.exit(1);
  }
  mkdirSync("target", { recursive: true });
  writeFileSync(MARK, wanted);
}

/** The files that have a say in what is found; those at the top are settings. */
function filesIn(directory) {
  return readdirSync(directory, { recursive: directory !== "." })
    .filter((name) => /\.(tsx?|mjs|js|json|properties)$/.test(name))
    .map((name) => `${directory}/${name}`)
    .sort();
}

function digest(files) {
  const hash = createHash("sha256");
  files.forEach((file) => hash.update(file).update("\0").update(readFileSync(file)).update("\0"));
  return hash.digest("hex");
}

/** Runs a script of package.json, says what it had to say once it is done, and gives whether it passed. */
function run(script) {
  return new Promise((resolve) => {
    const npm = spawn("npm", ["run", "--silent", script], { shell: process.platform === "win32" });
    const said = [];
    npm.stdout.on("data", (chunk) => said.push(chunk));
    npm.stderr.on("data", (chunk) => said.push(chunk));
    npm.on("error", (cause) => said.push(`npm could not be started: ${cause.message}\n`));
    npm.on("close", (status) => {
      process.stdout.write(said.map(String).join(""));
      if (status !== 0) {
        console.error(`npm run ${script} has found the above`);
      }
      resolve(status === 0);
    });
  });
}
