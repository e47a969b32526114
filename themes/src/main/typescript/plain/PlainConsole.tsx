import { Button, PageSection, TextInput } from "@patternfly/react-core";
import { type FormEvent, useId, useMemo, useState, useSyncExternalStore } from "react";
import { AgreementsView } from "../agreements/AgreementsView";
import type { Access } from "../api";
import { AuditView } from "../audit";
import { Nothing, type Place, useLoaded, useMessages, useView, View, type ViewProps, Waiting } from "../common";
import { addressOf, placeOf } from "../common/places";
import { ProhibitedContentView } from "../content";
import { DeletionRequestsView } from "../deletion";
import { DisclosuresView } from "../disclosure";
import { LedgerView } from "../ledger";
import { RestrictionsView } from "../restriction";
import { SetupView } from "../setup";
import { StatisticsView } from "../statistics";
import { UserAgreementsView } from "../user";
import type { HashRouter } from "./HashRouter";
import { plainWords } from "./words";
import "./plain.css";

/** The views on a page of their own, for servers whose admin console cannot take them up. */
export function PlainConsole({
  router,
  onSignOut,
  ...view
}: ViewProps & { router: HashRouter; onSignOut: () => void }) {
  return (
    <View {...view}>
      <Frame router={router} onSignOut={onSignOut} view={view} />
    </View>
  );
}

interface FrameProps {
  router: HashRouter;
  view: ViewProps;
  onSignOut: () => void;
}

function Frame({ router, view, onSignOut }: FrameProps) {
  const { api } = useView();
  const words = useMessages(plainWords);
  const access = useLoaded(() => api.access(), [api]);
  return (
    <div className="agreements-plain">
      <header>
        <strong>{words.title}</strong>
        <span>{words.realm(view.realm)}</span>
        <Button variant="link" onClick={onSignOut}>
          {words.signOut}
        </Button>
      </header>
      <Waiting for={access}>{(allowed) => <Pages router={router} view={view} access={allowed} />}</Waiting>
    </div>
  );
}

function Pages({ router, view, access }: Omit<FrameProps, "onSignOut"> & { access: Access }) {
  const words = useMessages(plainWords);
  const path = useSyncExternalStore(router.subscribe, () => router.current);
  const page = path.split(/[/?]/)[2];
  const base = `/${encodeURIComponent(view.realm)}`;
  const entries = [
    { page: "agreements", name: words.agreements, isShown: access.viewRealm },
    { page: "agreements-setup", name: words.setup, isShown: access.viewRealm },
    { page: "agreements-statistics", name: words.statistics, isShown: access.viewRealm },
    { page: "agreements-audit", name: words.audit, isShown: access.viewRealm && access.viewUsers },
    { page: "agreements-ledger", name: words.ledger, isShown: access.viewEvents },
    { page: "agreements-words", name: words.words, isShown: access.viewRealm },
    { page: "agreements-restrictions", name: words.restrictions, isShown: access.viewUsers },
    { page: "agreements-disclosures", name: words.disclosures, isShown: access.viewUsers },
    { page: "agreements-deletions", name: words.deletions, isShown: access.viewUsers },
    { page: "users", name: words.user, isShown: access.queryUsers },
  ].filter(({ isShown }) => isShown);
  if (entries.length === 0) {
    return <Nothing title={words.nothing}>{words.nothingHint}</Nothing>;
  }
  const shown = entries.find((entry) => entry.page === page) ?? entries[0];
  const openUser = (userId: string) => router.go(`${base}/users/${encodeURIComponent(userId)}`);
  return (
    <>
      <nav aria-label={words.menu}>
        {entries.map((entry) => (
          <a key={entry.page} href={`#${base}/${entry.page}`} aria-current={entry === shown ? "page" : undefined}>
            {entry.name}
          </a>
        ))}
      </nav>
      <main>
        {shown?.page === "agreements" && <Agreements router={router} view={view} path={path} />}
        {shown?.page === "agreements-setup" && <SetupView {...view} />}
        {shown?.page === "agreements-statistics" && <StatisticsView {...view} />}
        {shown?.page === "agreements-audit" && <AuditView {...view} />}
        {shown?.page === "agreements-ledger" && (
          <LedgerView
            {...view}
            address={{ query: queryIn(path), go: (query) => router.go(`${base}/agreements-ledger${query}`) }}
            hrefOf={(place) => `#${pathOf(view.realm, place)}`}
            onUser={openUser}
          />
        )}
        {shown?.page === "agreements-words" && <ProhibitedContentView {...view} />}
        {shown?.page === "agreements-restrictions" && <RestrictionsView {...view} onUser={openUser} />}
        {shown?.page === "agreements-disclosures" && <DisclosuresView {...view} />}
        {shown?.page === "agreements-deletions" && <DeletionRequestsView {...view} onUser={openUser} />}
        {shown?.page === "users" && <User router={router} view={view} path={path} />}
      </main>
    </>
  );
}

function pathOf(realm: string, place: Place): string {
  const { pathname, search } = addressOf(realm, place);
  return pathname + search;
}

/** With its question mark; empty if there is none. */
const queryIn = (path: string) => (path.includes("?") ? path.slice(path.indexOf("?")) : "");

interface PageProps {
  router: HashRouter;
  view: ViewProps;
  path: string;
}

function Agreements({ router, view, path }: PageProps) {
  const navigation = useMemo(() => {
    const [pathname = "", query = ""] = path.split("?");
    return {
      place: placeOf(pathname, query),
      hrefOf: (place: Place) => `#${pathOf(view.realm, place)}`,
      go: (place: Place) => router.go(pathOf(view.realm, place)),
      openUser: (userId: string) => router.go(`/${encodeURIComponent(view.realm)}/users/${encodeURIComponent(userId)}`),
      guard: router.guard,
    };
  }, [router, view.realm, path]);
  return <AgreementsView {...view} navigation={navigation} />;
}

function User({ router, view, path }: PageProps) {
  const words = useMessages(plainWords);
  const userId = decodeURIComponent(path.split(/[/?]/)[3] ?? "");
  const field = useId();
  const [typed, setTyped] = useState(userId);
  const show = (event: FormEvent) => {
    event.preventDefault();
    router.go(`/${encodeURIComponent(view.realm)}/users/${encodeURIComponent(typed.trim())}`);
  };
  return (
    <>
      <PageSection variant="light">
        <form className="agreements-plain-user" onSubmit={show}>
          <label htmlFor={field}>{words.userId}</label>
          <TextInput
            id={field}
            value={typed}
            aria-describedby={`${field}-hint`}
            autoComplete="off"
            onChange={(_event, value) => setTyped(value)}
          />
          <Button type="submit" isDisabled={typed.trim() === ""}>
            {words.show}
          </Button>
        </form>
        <p id={`${field}-hint`} className="agreements-hint">
          {words.userHint}
        </p>
      </PageSection>
      {userId && <UserAgreementsView {...view} userId={userId} hrefOf={(place) => `#${pathOf(view.realm, place)}`} />}
    </>
  );
}
