// The stock account console loads this in the place of react/jsx-runtime, and so every element it makes passes through
// here. Nothing but the few elements that extend() knows is touched.
import * as stock from "agreements/stock-jsx-runtime";
import { extendingRuntime } from "../runtime";
import { extend } from "./extend";

export const { jsx, jsxs } = extendingRuntime(extend);
export const Fragment = stock.Fragment;
export default stock.default;
