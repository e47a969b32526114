// The stock admin console loads this in the place of react/jsx-runtime, and so every element it makes passes through
// here. Nothing but the few elements that extend() knows is touched.
import * as stock from "agreements/stock-jsx-runtime";
import { extend } from "./extend";
import { extendingRuntime } from "./runtime";

export const { jsx, jsxs } = extendingRuntime(extend);
export const Fragment = stock.Fragment;
export default stock.default;
