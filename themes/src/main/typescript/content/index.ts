export { ProhibitedContentView } from "./ProhibitedContentView";
