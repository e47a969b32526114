export { DisclosuresOf } from "./DisclosuresOf";
export { DisclosuresView } from "./DisclosuresView";
