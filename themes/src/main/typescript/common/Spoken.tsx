import { type PropsWithChildren, useEffect } from "react";
import { inLanguage } from "./language/languages";
import { speakInPortal } from "./portal";
import { SCOPE } from "./scope";

/** Holds the words of a view: their language and direction, which may be others than those of the page around. */
export function Spoken({ language, className, children }: PropsWithChildren<{ language: string; className?: string }>) {
  useEffect(() => speakInPortal(language), [language]);
  return (
    <div className={[SCOPE, className].filter(Boolean).join(" ")} {...inLanguage(language)}>
      {children}
    </div>
  );
}
