import { ModalVariant } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { ApiError, type Setup } from "../api";
import { Dialog, type Loaded, Refusal, useAction, useMessages, Waiting } from "../common";
import { setupWords } from "./words";

/** Shows what is going to be changed, and changes it once that is confirmed; no more and no less. */
export function PlanDialog({
  title,
  action,
  plan,
  isDangerous = false,
  apply,
  onChanged,
  onClose,
  children,
}: {
  title: string;
  action: string;
  plan: Loaded<Setup>;
  isDangerous?: boolean;
  /** With the fingerprint of what was shown. */
  apply: (fingerprint: string) => Promise<void>;
  /** Whatever is shown behind the dialog is no longer so. */
  onChanged: () => void;
  onClose: () => void;
  children: (plan: Setup) => ReactNode;
}) {
  const words = useMessages(setupWords);
  const applying = useAction(async () => {
    try {
      await apply(plan.value?.fingerprint ?? "");
    } catch (cause) {
      if (cause instanceof ApiError && cause.isConflict) {
        plan.reload();
        onChanged();
      }
      throw cause;
    }
  });
  const isStale = applying.refusal instanceof ApiError && applying.refusal.isConflict;
  const hasChanges = plan.value?.conditions.some(({ changes }) => changes.length > 0) ?? false;
  return (
    <Dialog
      title={title}
      action={action}
      isDangerous={isDangerous}
      isBusy={applying.isBusy}
      isReady={hasChanges && !plan.isLoading}
      size={ModalVariant.medium}
      onAct={applying.run}
      onClose={onClose}
    >
      <Refusal cause={applying.refusal} explanation={isStale ? words.stale : undefined} />
      <Waiting for={plan}>{(loaded) => (hasChanges ? children(loaded) : <p>{words.nothing}</p>)}</Waiting>
    </Dialog>
  );
}
