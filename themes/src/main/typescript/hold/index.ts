export { HoldsInForce } from "./HoldsInForce";
export { HoldsOf } from "./HoldsOf";
