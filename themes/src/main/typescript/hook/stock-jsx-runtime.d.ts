/** The stock console's own runtime, under the name the theme's template gives it in the import map. */
declare module "agreements/stock-jsx-runtime" {
  export * from "react/jsx-runtime";
  const runtime: unknown;
  export default runtime;
}

/** Names of the files with the views, beside the hook; put in place by tools/build.mjs. */
declare const VIEWS_SCRIPT: string;
declare const VIEWS_STYLE: string;
