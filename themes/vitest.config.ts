import type { Plugin } from "esbuild";
import { defineConfig } from "vitest/config";

/** Styles make no difference to what is tested here. */
const withoutStyles: Plugin = {
  name: "without-styles",
  setup(build) {
    build.onResolve({ filter: /\.css$/ }, ({ path }) => ({ path, namespace: "style" }));
    build.onLoad({ filter: /.*/, namespace: "style" }, () => ({ contents: "" }));
  },
};

const resources = new URL("../proof/src/main/resources/io/agreements/proof/receipt", import.meta.url).pathname;

export default defineConfig({
  cacheDir: "target/vite",
  resolve: {
    alias: {
      "agreements/stock-jsx-runtime": "react/jsx-runtime",
      "agreements/receipt-page": `${resources}/receipt-1.html?raw`,
      "agreements/version-page": `${resources}/version/version-1.html?raw`,
      "agreements/wording-page": `${resources}/version/wording-1.html?raw`,
    },
  },
  define: { VIEWS_SCRIPT: '"views.js"', VIEWS_STYLE: '"views.css"' },
  // The templates of pages lie beside this module.
  server: { fs: { allow: [".."] } },
  test: {
    environment: "jsdom",
    // Whatever zone the machine is in: times in the zone of the browser are told without naming it.
    env: { TZ: "UTC" },
    include: ["src/test/typescript/**/*.test.{ts,tsx,mjs}"],
    setupFiles: ["src/test/typescript/support/setup.ts", "src/test/typescript/support/speak.mjs"],
    restoreMocks: true,
    unstubGlobals: true,
    reporters: ["dot", ["junit", { outputFile: "target/surefire-reports/TEST-console.xml" }]],
    deps: {
      // PatternFly is a thousand small modules: bundled once, a test starts in no time.
      optimizer: {
        web: {
          enabled: true,
          include: ["@patternfly/react-core", "@patternfly/react-table"],
          esbuildOptions: { plugins: [withoutStyles] },
        },
      },
    },
  },
});
