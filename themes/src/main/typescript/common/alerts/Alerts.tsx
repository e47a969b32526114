import { AlertActionCloseButton, AlertGroup } from "@patternfly/react-core";
import { createContext, type PropsWithChildren, useCallback, useContext, useMemo, useState } from "react";
import { Alert } from "./Alert";
import { useMessages } from "../language/messages";
import { portal } from "../portal";
import { commonWords } from "../language/words";

interface Shown {
  id: number;
  variant: "success" | "warning" | "danger";
  title: string;
  text?: string;
}

interface AlertsContext {
  /** Says that something worked; goes away by itself. */
  succeeded: (title: string) => void;
  /** Says that something worked, and what is not right about it yet; stays until it is closed. */
  warned: (title: string, text: string) => void;
  /** Says that something did not work, and why; stays until it is closed. */
  failed: (title: string, cause: unknown) => void;
}

const Context = createContext<AlertsContext | undefined>(undefined);

let lastId = 0;

/** Keeps and shows the alerts of a view. */
export function Alerts({ children }: PropsWithChildren) {
  const words = useMessages(commonWords);
  const [shown, setShown] = useState<Shown[]>([]);
  const show = useCallback((alert: Omit<Shown, "id">) => {
    lastId += 1;
    const id = lastId;
    setShown((before) => [...before, { ...alert, id }]);
  }, []);
  const close = (id: number) => setShown((before) => before.filter((alert) => alert.id !== id));
  const context = useMemo<AlertsContext>(
    () => ({
      succeeded: (title) => show({ variant: "success", title }),
      warned: (title, text) => show({ variant: "warning", title, text }),
      failed: (title, cause) => show({ variant: "danger", title, text: messageOf(cause) }),
    }),
    [show],
  );
  return (
    <Context.Provider value={context}>
      {children}
      {shown.length > 0 && (
        <AlertGroup isToast appendTo={portal}>
          {shown.map(({ id, variant, title, text }) => (
            <Alert
              key={id}
              // A region that comes with its words is heard only where it is an alert.
              role="alert"
              variant={variant}
              title={title}
              timeout={variant === "success"}
              onTimeout={() => close(id)}
              actionClose={<AlertActionCloseButton aria-label={words.dismiss(title)} onClose={() => close(id)} />}
            >
              {text}
            </Alert>
          ))}
        </AlertGroup>
      )}
    </Context.Provider>
  );
}

/** The alerts of the view around. */
export function useAlerts(): AlertsContext {
  const context = useContext(Context);
  if (!context) {
    throw new Error("A part of a view stands outside of any View");
  }
  return context;
}

/** What an error says, for people. */
export function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
