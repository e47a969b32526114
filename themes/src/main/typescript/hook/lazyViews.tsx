import { type ComponentType, lazy, Suspense } from "react";
import type * as views from "../views";

type Views = typeof views;

let loaded: Promise<Views> | undefined;

/** Fetches the views and their styles when the first of them is shown. */
function loadViews(): Promise<Views> {
  loaded ??= Promise.all([import(beside(VIEWS_SCRIPT)) as Promise<Views>, addStyle(beside(VIEWS_STYLE))]).then(
    ([module]) => module,
  );
  return loaded;
}

const beside = (file: string) => new URL(file, import.meta.url).href;

/** A view without its styles is better than none, so a failure counts as done. */
function addStyle(href: string): Promise<void> {
  return new Promise((resolve) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = href;
    link.onload = link.onerror = () => resolve();
    document.head.append(link);
  });
}

function lazyView<P extends object>(choose: (views: Views) => ComponentType<P>): ComponentType<P> {
  const View = lazy(async () => ({ default: choose(await loadViews()) })) as unknown as ComponentType<P>;
  return (props) => (
    <Suspense fallback={null}>
      <View {...props} />
    </Suspense>
  );
}

export const Agreements = lazyView(({ AgreementsView }) => AgreementsView);
export const DeletionRequests = lazyView(({ DeletionRequestsView }) => DeletionRequestsView);
export const Ledger = lazyView(({ LedgerView }) => LedgerView);
export const UserAgreements = lazyView(({ UserAgreementsView }) => UserAgreementsView);
