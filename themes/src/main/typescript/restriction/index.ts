export { RestrictionsOf } from "./RestrictionsOf";
export { RestrictionsView } from "./RestrictionsView";
