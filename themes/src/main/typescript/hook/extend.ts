import { isObject, type Props } from "./elements";
import { withMenuEntries } from "./menu";
import { isRouter } from "./router";
import { addRoutes } from "./routes";
import { stockConsole } from "./stockConsole";
import { withUserTab } from "./userTab";

/** Looks at the properties of an element about to be made; gives back others if it has something to add. */
export function extend(props: unknown): Props | undefined {
  if (!isObject(props)) {
    return undefined;
  }
  const { children, router, value } = props;
  if (isRouter(router)) {
    addRoutes(router);
  }
  if (isObject(value)) {
    stockConsole.learnFrom(value);
  }
  if (Array.isArray(children) && stockConsole.isKnown) {
    const more = withMenuEntries(children) ?? withUserTab(children);
    return more && { ...props, children: more };
  }
  return undefined;
}
