// The stock console loads this in the place of react/jsx-runtime, and so every element it makes passes through here.
// Nothing but the few elements that extend() knows is touched, and whatever goes wrong in it leaves the stock element.
import * as stock from "agreements/stock-jsx-runtime";
import { extend } from "./extend";

type Create = typeof stock.jsx;

let hasFailed = false;

function extending(create: Create): Create {
  return (type, props, key) => {
    let extended;
    try {
      extended = extend(props);
    } catch (cause) {
      reportOnce(cause);
    }
    return extended ? stock.jsxs(type, extended, key) : create(type, props, key);
  };
}

function reportOnce(cause: unknown) {
  if (!hasFailed) {
    hasFailed = true;
    console.warn("The console goes on without what agreements add to it", cause);
  }
}

export const jsx = extending(stock.jsx);
export const jsxs = extending(stock.jsxs);
export const Fragment = stock.Fragment;
export default stock.default;
