// Lists what is bundled into the jar of themes, as CycloneDX: takes npm's own list of everything it installed, and leaves
// in it what tools/build.mjs found in the bundles. node tools/sbom.mjs VERSION TIME FILE
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const [version, time, file] = process.argv.slice(2);
const npm = spawnSync("npm", ["sbom", "--sbom-format=cyclonedx"], {
  encoding: "utf8",
  maxBuffer: 64 * 1024 * 1024,
  shell: process.platform === "win32",
});
if (npm.status !== 0) {
  console.error(`npm sbom failed; it needs npm 10 or later.\n${npm.stderr}`);
  process.exit(1);
}

const all = JSON.parse(npm.stdout);
const bundled = JSON.parse(readFileSync("target/bundled.json", "utf8"));
const isBundled = ({ name, version }) => bundled[name] === version;

const components = all.components
  .filter(isBundled)
  // Whether npm calls it a dependency of development says nothing about the jar.
  .map((component) => ({ ...component, scope: "required", properties: undefined }))
  .sort((one, other) => (one["bom-ref"] < other["bom-ref"] ? -1 : 1));
const missing = Object.keys(bundled).filter((name) => !components.some((component) => component.name === name));
if (missing.length > 0) {
  console.error(`Bundled, and not in npm's list: ${missing.join(", ")}`);
  process.exit(1);
}

const purl = `pkg:maven/io.agreements.keycloak/keycloak-agreements-themes@${version}?type=jar`;
const refs = new Set(components.map((component) => component["bom-ref"]));
writeFileSync(
  file,
  `${JSON.stringify(
    {
      bomFormat: all.bomFormat,
      specVersion: all.specVersion,
      version: 1,
      metadata: {
        timestamp: time,
        component: {
          "bom-ref": purl,
          type: "library",
          group: "io.agreements.keycloak",
          name: "keycloak-agreements-themes",
          version,
          purl,
          licenses: [{ license: { id: "Apache-2.0" } }],
        },
      },
      components,
      dependencies: [
        { ref: purl, dependsOn: [...refs] },
        ...all.dependencies
          .filter(({ ref }) => refs.has(ref))
          .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) })),
      ],
    },
    null,
    2,
  )}\n`,
);
