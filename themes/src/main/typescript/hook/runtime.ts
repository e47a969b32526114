import * as stock from "agreements/stock-jsx-runtime";
import type { Props } from "./elements";

type Create = typeof stock.jsx;

/**
 * The two functions a console makes its elements with, which let somebody look at the properties of each element first.
 * Whatever goes wrong there leaves the stock element.
 *
 * @param extend gives back other properties if it has something to add
 */
export function extendingRuntime(extend: (props: unknown) => Props | undefined): { jsx: Create; jsxs: Create } {
  let hasFailed = false;

  function reportOnce(cause: unknown) {
    if (!hasFailed) {
      hasFailed = true;
      console.warn("The console goes on without what agreements add to it", cause);
    }
  }

  const extending =
    (create: Create): Create =>
    (type, props, key) => {
      let extended;
      try {
        extended = extend(props);
      } catch (cause) {
        reportOnce(cause);
      }
      return extended ? stock.jsxs(type, extended, key) : create(type, props, key);
    };

  return { jsx: extending(stock.jsx), jsxs: extending(stock.jsxs) };
}
