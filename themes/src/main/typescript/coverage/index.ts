export { CoverageBar } from "./CoverageBar";
export { type CoverageProps, CoverageOfAgreement, CoverageView } from "./CoverageView";
