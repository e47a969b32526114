// Installs what package-lock.json names, unless exactly that is installed already.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const MARK = "node_modules/.installed";

const wanted = createHash("sha256")
  .update(readFileSync("package.json"))
  .update(readFileSync("package-lock.json"))
  .update(`${process.platform} ${process.arch}`)
  .digest("hex");

if (!existsSync(MARK) || readFileSync(MARK, "utf8") !== wanted) {
  // No package of ours needs its install script.
  const npm = spawnSync("npm", ["ci", "--ignore-scripts", "--no-progress", "--loglevel=error"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (npm.error) {
    console.error(`npm could not be started: ${npm.error.message}. Install Node.js 18 or later with npm.`);
  }
  if (npm.status !== 0) {
    process.exit(npm.status ?? 1);
  }
  writeFileSync(MARK, wanted);
}
