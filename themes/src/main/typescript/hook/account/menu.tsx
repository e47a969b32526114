import { jsx } from "agreements/stock-jsx-runtime";
import { type ReactNode, useEffect, useState } from "react";
import { MyApi } from "../../account/api/MyApi";
import { type Element, isElement, isObject } from "../elements";
import { hasRoutes } from "../router";
import { PATHS } from "./routes";
import { stockAccount } from "./stockAccount";

/** The entries of the top of the menu and ours; undefined for any other children. */
export function withMenuEntries(children: unknown[]): unknown[] | undefined {
  const first = children.findIndex(isPersonalInfo);
  const personalInfo = children[first];
  if (!isElement(personalInfo) || !hasRoutes()) {
    return undefined;
  }
  return [
    ...children.slice(0, first + 1),
    entry(personalInfo, "agreementsMenu", PATHS.agreements),
    entry(personalInfo, "agreementsMyDataMenu", PATHS.data),
    ...children.slice(first + 1),
    <ForThoseWhoMayDelete key={PATHS.deletion}>
      {entry(personalInfo, "agreementsDeleteAccountMenu", PATHS.deletion)}
    </ForThoseWhoMayDelete>,
  ];
}

/** @param label key of a message the stock console translates */
function entry({ type }: Element, label: string, path: string) {
  return jsx(type, { menuItem: { label, path } }, path);
}

/** The first entry of the stock menu, whose address is that of the console itself. */
function isPersonalInfo(child: unknown): child is Element {
  return isElement(child) && isObject(child.props["menuItem"]) && child.props["menuItem"]["path"] === "";
}

function ForThoseWhoMayDelete({ children }: { children: ReactNode }) {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    new MyApi(stockAccount.props).access().then(
      (access) => isCurrent && setShown(access.delete),
      (cause: unknown) => console.warn("Whether the account may be deleted is not known", cause),
    );
    return () => {
      isCurrent = false;
    };
  }, []);
  return isShown ? children : null;
}
