import { render, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { FakeServer } from "../support/fakeServer";

type Hook = typeof import("../../../main/typescript/hook/account/jsx-runtime");
type Props = Record<string, unknown>;
type AnyElement = ReactElement<Props & { children: AnyElement[] }>;

const NavMenuItem = ({ menuItem }: { menuItem: { label: string } }) => <a href="/">{menuItem.label}</a>;

let hook: Hook;

beforeEach(async () => {
  vi.resetModules();
  hook = await import("../../../main/typescript/hook/account/jsx-runtime");
});

const make = (props: Props) => hook.jsxs("div" as never, props, "key") as AnyElement;

const router = (pathname = "/realms/shop/account/") => ({
  routes: [{ id: "0", path: "/realms/shop/account/" }],
  state: { location: { pathname, search: "" } },
  patchRoutes: vi.fn<(parent: string, routes: { path: string }[]) => void>(),
  navigate: vi.fn(),
  subscribe: vi.fn(),
  createHref: vi.fn(),
});

const signedIn = () =>
  make({
    value: {
      keycloak: { updateToken: vi.fn(() => Promise.resolve(true)), login: vi.fn(), token: "t" },
      environment: { serverBaseUrl: "https://id.example", realm: "shop", locale: "en" },
    },
  });

const item = (path: string, label = path) => hook.jsx(NavMenuItem as never, { menuItem: { label, path } }, label);
const stockMenu = () => [item("", "personalInfo"), item("applications")];

describe("the menu", () => {
  test("gets two entries behind the first, and one at its end", () => {
    signedIn();
    make({ router: router() });

    const { children } = make({ children: stockMenu() }).props;

    expect(children.map((child) => child.key)).toEqual([
      "personalInfo",
      "agreements",
      "my-data",
      "applications",
      "delete-account",
    ]);
    expect(children[1]).toMatchObject({
      type: NavMenuItem,
      props: { menuItem: { label: "agreementsMenu", path: "agreements" } },
    });
  });

  test.each([
    [true, 5],
    [false, 4],
  ])("has the entry for the deletion if that may be asked for: %s", async (mayDelete, entries) => {
    const server = new FakeServer().on("GET me/access", { delete: mayDelete });
    signedIn();
    make({ router: router() });

    render(make({ children: stockMenu() }));

    await vi.waitFor(() => expect(server.requests("GET me/access")).toHaveLength(1));
    await vi.waitFor(() => expect(screen.getAllByRole("link")).toHaveLength(entries));
    expect(server.requests("GET me/access")[0]!.headers.get("authorization")).toBe("Bearer t");
  });

  test("stays stock while nobody is known to have signed in", () => {
    make({ router: router() });
    const children = stockMenu();

    expect(make({ children }).props.children).toBe(children);
  });

  test("stays stock where it is a group of entries", () => {
    signedIn();
    make({ router: router() });
    const children = [item("account-security/signing-in"), item("account-security/device-activity")];

    expect(make({ children }).props.children).toBe(children);
  });
});

describe("the router", () => {
  test("gets our pages, once", () => {
    const stock = router();
    signedIn();

    make({ router: stock });
    make({ router: stock });

    expect(stock.patchRoutes).toHaveBeenCalledTimes(1);
    const [parent, routes] = stock.patchRoutes.mock.calls[0]!;
    expect(parent).toBe("0");
    expect(routes.map(({ path }) => path)).toEqual(["agreements", "my-data", "delete-account"]);
    expect(stock.navigate).not.toHaveBeenCalled();
  });

  test.each(["agreements", "my-data", "my-data/", "delete-account"])(
    "is told to look again when it was opened at %s",
    (path) => {
      const stock = router(`/realms/shop/account/${path}`);
      signedIn();

      make({ router: stock });

      expect(stock.navigate).toHaveBeenCalledWith(stock.state.location, { replace: true });
    },
  );
});
