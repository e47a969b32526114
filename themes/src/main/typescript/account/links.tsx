import type { ReactNode } from "react";
import { useMessages } from "../common/language/messages";
import { accountWords } from "./words";

/** A link to another page of this server, in a tab of its own; nothing for an address of any other. */
export function PageLink({ to, children }: { to: string; children: ReactNode }) {
  const words = useMessages(accountWords);
  if (!isOfThisOrigin(to)) {
    return null;
  }
  return (
    <a href={to} target="_blank" rel="noopener">
      {children}
      <span className="agreements-spoken">{words.newTab}</span>
    </a>
  );
}

function isOfThisOrigin(address: string): boolean {
  try {
    return new URL(address, window.location.href).origin === window.location.origin;
  } catch {
    return false;
  }
}
