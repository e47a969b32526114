import { isValidElement, type ReactElement } from "react";
import { beforeEach, describe, expect, test, vi } from "vitest";

type Hook = typeof import("../../../main/typescript/hook/jsx-runtime");
type Props = Record<string, unknown>;
type AnyElement = ReactElement<Props & { children: AnyElement[] }>;

const LeftNav = () => null;
const Tab = () => null;

let hook: Hook;

beforeEach(async () => {
  vi.resetModules();
  hook = await import("../../../main/typescript/hook/jsx-runtime");
});

const make = (props: Props, type = "div") => hook.jsxs(type as never, props, "key") as AnyElement;

const router = (changes: Props = {}) => ({
  routes: [{ id: "0" }],
  state: { location: { pathname: "/shop/users", search: "" } },
  patchRoutes: vi.fn<(parent: string, routes: unknown[]) => void>(),
  navigate: vi.fn(),
  subscribe: vi.fn(),
  createHref: vi.fn(),
  ...changes,
});

const signedIn = () =>
  make({
    value: {
      keycloak: { updateToken: vi.fn(), login: vi.fn(), token: "t" },
      environment: { adminBaseUrl: "https://id.example" },
    },
  });

const menuItem = (title: string) => hook.jsx(LeftNav as never, { title, path: `/${title}` });
const tab = (testId: string, props: Props = {}) => hook.jsx(Tab as never, { "data-testid": testId, ...props });
const details = (eventKey: unknown = "/shop/users/u-1/settings") =>
  tab("user-details-tab", { eventKey, href: `#${String(eventKey)}` });

describe("the left menu", () => {
  test("gets its entries beside the events, of the stock kind, each with the permission of a stock page", () => {
    make({ router: router() });
    signedIn();

    const group = make({ title: "Manage", children: [false, menuItem("users"), menuItem("events")] });

    expect(group.props.title).toBe("Manage");
    const [entry, setup, statistics, audit, ledger, prohibited, restrictions, disclosures, deletions] =
      group.props.children.slice(3);
    expect(group.props.children).toHaveLength(12);
    expect(entry).toMatchObject({
      type: LeftNav,
      key: "/agreements",
      props: { title: "agreementsMenu", path: "/agreements", id: "/realm-settings" },
    });
    expect(setup!.props).toEqual({ title: "agreementsSetupMenu", path: "/agreements-setup", id: "/realm-settings" });
    expect(statistics!.props).toEqual({
      title: "agreementsStatisticsMenu",
      path: "/agreements-statistics",
      id: "/realm-settings",
    });
    expect(audit!.props).toEqual({ title: "agreementsAuditMenu", path: "/agreements-audit", id: "/realm-settings" });
    expect(ledger).toMatchObject({ type: LeftNav, props: { path: "/agreements-ledger", id: "/events" } });
    expect(prohibited!.props).toEqual({
      title: "agreementsWordsMenu",
      path: "/agreements-words",
      id: "/realm-settings",
    });
    expect(restrictions!.props).toEqual({
      title: "agreementsRestrictionsMenu",
      path: "/agreements-restrictions",
      id: "/users",
    });
    expect(disclosures!.props).toEqual({
      title: "agreementsDisclosuresMenu",
      path: "/agreements-disclosures",
      id: "/users",
    });
    expect(deletions!.props).toEqual({ title: "agreementsDeletionsMenu", path: "/agreements-deletions", id: "/users" });
  });

  test("has no deletion requests for who may ask for users but not see all of them", () => {
    make({ router: router() });
    signedIn();
    make({ value: { whoAmI: { locale: "en", realm_access: { shop: ["query-users"], other: ["view-users"] } } } });

    const group = make({ children: [menuItem("events"), null] });

    expect(group.props.children.slice(2).map(({ props }) => props.title)).toEqual([
      "agreementsMenu",
      "agreementsSetupMenu",
      "agreementsStatisticsMenu",
      "agreementsLedgerMenu",
      "agreementsWordsMenu",
    ]);
  });

  test("has them for who sees all users of the realm that is shown", () => {
    make({ router: router() });
    signedIn();
    make({ value: { whoAmI: { locale: "en", realm_access: { shop: ["query-users", "view-users"] } } } });

    expect(make({ children: [menuItem("events"), null] }).props.children).toHaveLength(9);
  });

  test("stays stock while nobody is known to have signed in", () => {
    make({ router: router() });

    expect(make({ children: [menuItem("events"), null] }).props.children).toHaveLength(2);
  });

  test.each([
    ["without a router", undefined],
    ["with a router that takes no routes", router({ patchRoutes: undefined })],
    ["with a router without routes", router({ routes: [] })],
    [
      "with a router that fails",
      router({
        patchRoutes: () => {
          throw new Error("changed");
        },
      }),
    ],
  ])("stays stock %s", (_case, stock) => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    make({ router: stock });
    signedIn();

    expect(make({ children: [menuItem("events"), null] }).props.children).toHaveLength(2);
  });

  test("stays stock when its entries look different", () => {
    make({ router: router() });
    signedIn();

    const other = [hook.jsx(LeftNav as never, { to: "/events", label: "events" }), null];

    expect(make({ children: other }).props.children).toBe(other);
  });
});

describe("the router", () => {
  test("gets our pages with their permissions, once", () => {
    const stock = router();

    make({ router: stock });
    make({ router: stock });

    expect(stock.patchRoutes).toHaveBeenCalledTimes(1);
    const [parent, routes] = stock.patchRoutes.mock.calls[0]!;
    expect(parent).toBe("0");
    expect(routes).toMatchObject([
      { path: "/:realm/agreements/:agreement?/:tab?", handle: { access: "view-realm" } },
      { path: "/:realm/agreements-setup", handle: { access: "view-realm" } },
      { path: "/:realm/agreements-statistics", handle: { access: "view-realm" } },
      { path: "/:realm/agreements-audit", handle: { access: "view-realm" } },
      { path: "/:realm/agreements-ledger", handle: { access: "view-events" } },
      { path: "/:realm/agreements-words", handle: { access: "view-realm" } },
      { path: "/:realm/agreements-restrictions", handle: { access: "view-users" } },
      { path: "/:realm/agreements-disclosures", handle: { access: "view-users" } },
      { path: "/:realm/agreements-deletions", handle: { access: "view-users" } },
    ]);
    expect(stock.navigate).not.toHaveBeenCalled();
  });

  test.each([
    "/shop/agreements",
    "/shop/agreements/terms/text",
    "/shop/agreements-setup",
    "/shop/agreements-statistics",
    "/shop/agreements-audit",
    "/shop/agreements-ledger",
    "/shop/agreements-deletions",
    "/shop/agreements-words",
  ])("is told to look again when it was opened at %s", (pathname) => {
    const location = { pathname, search: "?version=2" };
    const stock = router({ state: { location } });

    make({ router: stock });

    expect(stock.navigate).toHaveBeenCalledWith(location, { replace: true });
  });
});

describe("the tabs of a user", () => {
  test("get one of the stock kind with the same address but for its end", () => {
    signedIn();

    const tabs = make({ isBox: true, children: [details(), tab("credentials", { isHidden: false })] });

    expect(tabs.props.isBox).toBe(true);
    expect(tabs.props.children).toHaveLength(3);
    const ours = tabs.props.children[2]!;
    expect(ours).toMatchObject({
      type: Tab,
      props: { eventKey: "/shop/users/u-1/agreements", href: "#/shop/users/u-1/agreements", isHidden: false },
    });
    const view = ours.props.children as unknown as ReactElement<Props>;
    expect(isValidElement(view)).toBe(true);
    expect(view.props).toMatchObject({ userId: "u-1", realm: "shop", adminBaseUrl: "https://id.example" });
  });

  test("hide ours where the credentials are hidden", () => {
    signedIn();

    const tabs = make({ children: [details(), tab("credentials", { isHidden: true })] });

    expect(tabs.props.children[2]!.props.isHidden).toBe(true);
  });

  test.each([null, 7, "settings", "/shop/users/settings", "/shop/people/u-1/settings"])(
    "stay stock when the address of the details is %j",
    (eventKey) => {
      signedIn();
      const children = [details(eventKey), null];

      expect(make({ children }).props.children).toBe(children);
    },
  );
});

describe("any other element", () => {
  test("is the stock one, with its own properties", () => {
    signedIn();
    const props = { id: "x", children: ["a", "b"] };

    const element = make(props, "p");

    expect(element).toMatchObject({ type: "p", key: "key", props });
  });

  test.each(["text", 3, { children: null }, { value: null, router: 1 }, { children: [null, 1, {}] }])(
    "made of %j does not fail",
    (props) => {
      expect(isValidElement(hook.jsx("p", props as never, "k"))).toBe(true);
    },
  );

  test("is the stock one even where looking at it fails, and the failure is told once", () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const touchy = {
      get router(): never {
        throw new Error("do not look");
      },
    };
    const props = () => Object.create(touchy) as never;

    expect(isValidElement(hook.jsx("p", props(), "k"))).toBe(true);
    expect(isValidElement(hook.jsx("p", props(), "k"))).toBe(true);
    expect(warn).toHaveBeenCalledTimes(1);
  });
});

test("the runtime has everything the stock one has", () => {
  expect(Object.keys(hook)).toEqual(expect.arrayContaining(["jsx", "jsxs", "Fragment", "default"]));
});
