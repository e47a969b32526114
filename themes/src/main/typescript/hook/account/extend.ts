import { isObject, type Props } from "../elements";
import { isRouter } from "../router";
import { withMenuEntries } from "./menu";
import { addRoutes } from "./routes";
import { stockAccount } from "./stockAccount";

/** Looks at the properties of an element about to be made; gives back others if it has something to add. */
export function extend(props: unknown): Props | undefined {
  if (!isObject(props)) {
    return undefined;
  }
  const { children, router, value } = props;
  if (isObject(value)) {
    stockAccount.learnFrom(value);
  }
  if (isRouter(router) && stockAccount.isKnown) {
    addRoutes(router);
  }
  if (Array.isArray(children) && stockAccount.isKnown) {
    const more = withMenuEntries(children);
    return more && { ...props, children: more };
  }
  return undefined;
}
