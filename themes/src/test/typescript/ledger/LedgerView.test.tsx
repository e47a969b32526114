import { fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { LedgerRecord } from "../../../main/typescript/api";
import { LedgerView } from "../../../main/typescript/ledger";
import { Answered, FakeServer, type Received, refused } from "../support/fakeServer";
import { agreement, everything, nothing, NOW } from "../support/samples";
import { viewProps } from "../support/viewProps";

const record = (changes: Partial<LedgerRecord> = {}): LedgerRecord => ({
  id: "r1",
  userId: "id-1",
  username: "nadia",
  type: "ACCEPTANCE",
  agreementKey: "terms",
  version: 2,
  locale: "zh-Hans",
  textDigest: "3b7f0c1e",
  decision: "ACCEPTED",
  method: "LOGIN",
  clientId: "shop",
  occurredAt: NOW,
  recordedAt: NOW,
  presentation: { wordingDigest: "99aa", endReached: true, diffFrom: 1 },
  details: { acceptance: "CONTINUED_USE" },
  sessionId: "session-1",
  ipAddress: "192.0.2.17",
  userAgent: "Browser/1",
  ...changes,
});

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => record({ id: `r${index}`, version: index + 1 }));

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer().on("GET access", nothing).on("GET /", [agreement()]).on("GET records", [record()]);
});

const show = (props: Partial<Parameters<typeof LedgerView>[0]> = {}) =>
  render(<LedgerView {...viewProps} {...props} />);

const asked = () =>
  server.received
    .filter(({ path }) => path.startsWith("records"))
    .map(({ path }) => Object.fromEntries(new URLSearchParams(path.split("?")[1])));

const open = async () => userEvent.click((await screen.findAllByRole("button", { name: /^Details: / }))[0]!);

const said = () =>
  Object.fromEntries(
    screen.getAllByRole("term").map((term) => [term.textContent, term.nextElementSibling?.textContent]),
  );

describe("the ledger", () => {
  test("says of each record what, who, when and how", async () => {
    show();

    const row = (await screen.findByText("Accepted version 2")).closest("tr")!;
    expect(row.textContent).toContain("nadia");
    expect(row.textContent).toContain("Sign-in");
    expect(row.textContent).toMatch(/Nov 22, 2026/);
    expect(await within(row).findByText("Terms of use")).toBeTruthy();
  });

  test("says of a hold on an agreement which one it is", async () => {
    const hold = (agreementKey: string): LedgerRecord => ({
      id: agreementKey,
      type: "HOLD",
      method: "ADMIN",
      occurredAt: NOW,
      recordedAt: NOW,
      details: { stage: "placed", hold: "h1", agreement: agreementKey, by: "administrator" },
    });
    server.on("GET records", [hold("terms"), hold("gone")]);
    show();

    const rows = (await screen.findAllByText("Legal hold placed")).map((found) => found.closest("tr")!);
    expect(await within(rows[0]!).findByText("Terms of use")).toBeTruthy();
    expect(within(rows[1]!).getByText("gone")).toBeTruthy();
  });

  test("opens a record and says everything it holds", async () => {
    show();
    await open();

    expect(said()).toMatchObject({
      Version: "2",
      Language: "Simplified Chinese",
      "Digest of the text (SHA-256)": expect.stringContaining("3b7f0c1e") as string,
      "Digest of the wording around it (SHA-256)": expect.stringContaining("99aa") as string,
      "Text to its end": "Came into view",
      "Changes shown": "Against version 1",
      "User name at that time": "nadia",
      "User ID": "id-1",
      Session: "session-1",
      "IP address": "192.0.2.17",
      Browser: "Browser/1",
      How: "Sign-in",
      Client: "shop",
      "Kind of answer": "By continued use, after a notice",
      "Record ID": "r1",
    });
    expect(screen.getByRole("button", { name: /^Details: / }).getAttribute("aria-expanded")).toBe("true");
  });

  test("says which clauses were pointed out, and which of them came into view", async () => {
    server.on("GET records", [
      record({
        presentation: {
          wordingDigest: "99aa",
          attention: [{ digest: "c1a0", inView: true }, { digest: "c2b0", inView: false }, { digest: "c3c0" }],
        },
      }),
    ]);
    show();
    await open();

    const listed = within(screen.getByRole("list", { name: "Clauses pointed out" })).getAllByRole("listitem");
    expect(listed.map(({ textContent }) => textContent)).toEqual([
      "Came into viewc1a0",
      "Did not come into viewc2b0",
      "Shown; whether it came into view is not knownc3c0",
    ]);
  });

  test("says what was erased", async () => {
    server.on("GET records", [
      record({ username: undefined, sessionId: undefined, ipAddress: undefined, userAgent: undefined }),
    ]);
    show();
    expect(await screen.findByText("Name not recorded, or erased")).toBeTruthy();
    await open();

    const absent = "Not recorded, or erased";
    expect(said()).toMatchObject({
      "User name at that time": absent,
      "User ID": "id-1",
      Session: absent,
      "IP address": absent,
      Browser: absent,
    });
  });

  test("says that a record concerns nobody in particular", async () => {
    server.on("GET records", [
      {
        id: "r1",
        type: "PUBLICATION",
        agreementKey: "terms",
        version: 2,
        occurredAt: NOW,
        recordedAt: NOW,
        details: { action: "published" },
      },
    ]);
    show();
    expect(await screen.findByText("Version 2 published")).toBeTruthy();
    await open();

    expect(said()["User"]).toBe("No single user is concerned.");
  });

  test("copies a digest and says so", async () => {
    const user = userEvent.setup();
    show();
    await user.click(await screen.findByRole("button", { name: /^Details: / }));
    await user.click(screen.getByRole("button", { name: "Copy: Digest of the text (SHA-256)" }));

    expect(await navigator.clipboard.readText()).toBe("3b7f0c1e");
    expect(await screen.findByText("Copied")).toBeTruthy();
  });

  test("is filtered by user, type, agreement and days", async () => {
    show();
    await screen.findByRole("option", { name: "Terms of use" });
    await userEvent.type(screen.getByLabelText("User"), " nadia ");
    await userEvent.selectOptions(screen.getByLabelText("Type"), "Decision");
    await userEvent.selectOptions(screen.getByLabelText("Agreement"), "Terms of use");
    fireEvent.change(screen.getByLabelText("From"), { target: { value: "2026-11-01" } });
    fireEvent.change(screen.getByLabelText("To"), { target: { value: "2026-11-30" } });
    await userEvent.click(screen.getByRole("button", { name: "Search" }));

    await vi.waitFor(() => expect(asked()).toHaveLength(2));
    expect(asked()).toEqual([
      { max: "21" },
      {
        user: "nadia",
        type: "ACCEPTANCE",
        agreement: "terms",
        from: String(Date.UTC(2026, 9, 31, 16)),
        to: String(Date.UTC(2026, 10, 30, 16)),
        max: "21",
      },
    ]);
  });

  test("asks for nothing as long as the days are the wrong way round", async () => {
    show();
    await screen.findByText("Accepted version 2");
    fireEvent.change(screen.getByLabelText("From"), { target: { value: "2026-11-30" } });
    fireEvent.change(screen.getByLabelText("To"), { target: { value: "2026-11-01" } });
    await userEvent.click(screen.getByRole("button", { name: "Search" }));

    expect(screen.getByText("The first day is after the last.")).toBeTruthy();
    expect(asked()).toHaveLength(1);
  });

  test("takes the key of an agreement where agreements may not be seen", async () => {
    server.on("GET /", refused(403, "HTTP 403 Forbidden"));
    show();
    await userEvent.type(await screen.findByRole("textbox", { name: "Agreement" }), "terms{Enter}");

    await vi.waitFor(() => expect(asked().at(-1)).toMatchObject({ agreement: "terms" }));
  });

  test("turns pages without a total, and begins anew with another filter", async () => {
    server.on("GET records", many(21));
    show();
    await screen.findByText("Accepted version 20");
    expect(screen.queryByText("Accepted version 21")).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Next page" }));
    await vi.waitFor(() => expect(asked().at(-1)).toEqual({ after: "r19", max: "21" }));
    await userEvent.type(screen.getByLabelText("User"), "nadia{Enter}");

    await vi.waitFor(() => expect(asked().at(-1)).toEqual({ user: "nadia", max: "21" }));
  });

  test("tells an empty ledger from a search that finds nothing", async () => {
    server.on("GET records", []);
    show();
    expect(await screen.findByText("No records yet")).toBeTruthy();
    await userEvent.type(screen.getByLabelText("User"), "nobody{Enter}");
    expect(await screen.findByText("No records found")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Clear" }));

    expect(await screen.findByText("No records yet")).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>("User").value).toBe("");
  });

  test("names the permission that is missing", async () => {
    server.on("GET records", refused(403, "HTTP 403 Forbidden"));
    show();

    expect(await screen.findByText(/view-events/)).toBeTruthy();
    expect(screen.queryByRole("search")).toBeNull();
  });

  test("says what went wrong and tries again", async () => {
    server.on("GET records", refused(500, "The database is away"));
    show();
    expect(await screen.findByText("The database is away")).toBeTruthy();
    server.on("GET records", [record()]);
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));

    expect(await screen.findByText("Accepted version 2")).toBeTruthy();
  });

  test("leads to a user, but not to one whose account the record says is gone", async () => {
    const onUser = vi.fn();
    server.on("GET records", [
      record(),
      record({
        id: "r2",
        userId: "id-2",
        username: "gone",
        type: "DELETION",
        decision: undefined,
        details: { stage: "executed" },
      }),
    ]);
    show({ onUser });
    await userEvent.click(await screen.findByRole("button", { name: "nadia" }));

    expect(onUser).toHaveBeenCalledWith("id-1");
    expect(screen.getByText("gone")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "gone" })).toBeNull();
  });

  test("speaks Chinese", async () => {
    show({ locale: "zh-CN" });

    expect(await screen.findByText("同意第 2 版")).toBeTruthy();
    expect(screen.getByRole("heading", { level: 1, name: "台账" })).toBeTruthy();
    expect(await screen.findByRole("option", { name: "使用条款" })).toBeTruthy();
  });
});

describe("the search in the ledger", () => {
  test("finds by decision, way and client", async () => {
    show();
    await userEvent.selectOptions(await screen.findByLabelText("Decision"), "Withdrawn");
    await userEvent.selectOptions(screen.getByLabelText("How"), "Account page");
    await userEvent.type(screen.getByLabelText("Client"), "shop{Enter}");

    await vi.waitFor(() =>
      expect(asked().at(-1)).toEqual({ decision: "WITHDRAWN", method: "ACCOUNT", client: "shop", max: "21" }),
    );
  });

  test("looks users up by a part of the name for who may see users, and says so", async () => {
    server.on("GET access", everything);
    show();
    expect(await screen.findByText(/the beginning of a name/)).toBeTruthy();
    await userEvent.type(screen.getByLabelText("User"), "nad{Enter}");

    await vi.waitFor(() => expect(asked().at(-1)).toEqual({ search: "nad", max: "21" }));
  });

  test("says that more users match than are looked at", async () => {
    server
      .on("GET access", everything)
      .on("GET records", refused(400, "search matches more than 100 users: say more of the name"));
    show();

    expect((await screen.findByRole("status")).textContent).toContain("More than 100 users match");
    expect(screen.getByRole("search")).toBeTruthy();
  });

  test("stands in the address, and is read from it", async () => {
    const go = vi.fn();
    const address = { query: "?user=nadia&type=ACCEPTANCE&from=2026-11-01", go };
    show({ address });

    expect((await screen.findByLabelText<HTMLInputElement>("User")).value).toBe("nadia");
    expect(screen.getByLabelText<HTMLInputElement>("From").value).toBe("2026-11-01");
    await vi.waitFor(() =>
      expect(asked()).toEqual([
        { user: "nadia", type: "ACCEPTANCE", from: String(Date.UTC(2026, 9, 31, 16)), max: "21" },
      ]),
    );
    await userEvent.selectOptions(screen.getByLabelText("Decision"), "Declined");
    await userEvent.click(screen.getByRole("button", { name: "Search" }));

    expect(go).toHaveBeenCalledWith("?user=nadia&type=ACCEPTANCE&decision=DECLINED&from=2026-11-01");
  });

  test("keeps the focus where it is when the address changes, and shows what that says", async () => {
    const at = (query: string) => <LedgerView {...viewProps} address={{ query, go: vi.fn() }} />;
    const { rerender } = render(at("?user=nadia"));
    const user = await screen.findByLabelText<HTMLInputElement>("User");
    user.focus();
    rerender(at("?user=bob&decision=DECLINED"));

    await vi.waitFor(() => expect(user.value).toBe("bob"));
    expect(screen.getByLabelText<HTMLSelectElement>("Decision").value).toBe("DECLINED");
    expect(document.activeElement).toBe(user);
  });

  test("says so where nothing came of looking further back", async () => {
    server.on("GET records", ({ path }: Received) =>
      path.includes("after=r900")
        ? []
        : new Answered(200, [record()], { link: '<https://id.example/records?after=r900>; rel="next"' }),
    );
    show({ address: { query: "?client=shop", go: vi.fn() } });
    await userEvent.click(await screen.findByRole("button", { name: "Look further back" }));

    expect(await screen.findByText("There are no more records further back.")).toBeTruthy();
  });

  test("goes on where it stopped", async () => {
    server.on(
      "GET records",
      new Answered(200, [record()], {
        link: '<https://id.example/admin/realms/shop/agreements/records?client=shop&after=r900&max=21>; rel="next"',
      }),
    );
    show({ address: { query: "?client=shop", go: vi.fn() } });
    await userEvent.click(await screen.findByRole("button", { name: "Look further back" }));

    await vi.waitFor(() => expect(asked().at(-1)).toEqual({ client: "shop", after: "r900", max: "21" }));
  });

  test("says nothing of an end that is one", async () => {
    show();
    await screen.findByText("Accepted version 2");

    expect(screen.queryByText("There may be more further back")).toBeNull();
  });

  test("leads to the very text a record is about, where it may be read", async () => {
    show({ hrefOf: ({ agreement: key, tab, version, text }) => `#/${key}/${tab}/${version}/${text}` });
    await screen.findAllByText("Terms of use");
    await open();

    expect(screen.getByRole("link", { name: "Version 2: read the text" }).getAttribute("href")).toBe(
      "#/terms/text/2/zh-Hans",
    );
  });

  test("leads to no text where agreements may not be seen", async () => {
    server.on("GET /", refused(403, "HTTP 403 Forbidden"));
    show({ hrefOf: () => "#" });
    await screen.findByRole("textbox", { name: "Agreement" });
    await open();

    expect(screen.queryByRole("link")).toBeNull();
    expect(said()["Version"]).toBe("2");
  });

  test.each([
    ["Download CSV", "csv", "text/csv"],
    ["Download NDJSON", "ndjson", "application/x-ndjson"],
  ])("takes along what is found, and not only the page: %s", async (button, ending, type) => {
    const saved: HTMLAnchorElement[] = [];
    Object.assign(URL, { createObjectURL: () => "blob:1", revokeObjectURL: () => undefined });
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this);
    });
    show({ address: { query: "?decision=DECLINED&to=2026-11-30", go: vi.fn() } });
    await userEvent.click(await screen.findByRole("button", { name: button }));

    await vi.waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]!.download).toMatch(new RegExp(`^ledger-shop-\\d{4}-\\d{2}-\\d{2}\\.${ending}$`));
    expect(asked().at(-1)).toEqual({ decision: "DECLINED", to: String(Date.UTC(2026, 10, 30, 16)) });
    expect(server.received.at(-1)!.headers.get("accept")).toContain(type);
  });

  test("says why the file did not come", async () => {
    show();
    await screen.findByText("Accepted version 2");
    server.on("GET records", refused(500, "Out of order."));
    await userEvent.click(screen.getByRole("button", { name: "Download CSV" }));

    expect(await screen.findByText("Out of order.")).toBeTruthy();
  });
});

describe("a receipt", () => {
  const saved: HTMLAnchorElement[] = [];

  beforeEach(() => {
    saved.length = 0;
    Object.assign(URL, { createObjectURL: () => "blob:1", revokeObjectURL: () => undefined });
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this);
    });
  });

  const get = async () => {
    show();
    await open();
    await userEvent.click(screen.getByRole("button", { name: "Download the receipt" }));
  };

  test("is downloaded for any record", async () => {
    server.on("GET records/r1/receipt", {});
    await get();

    expect(await screen.findByText("The receipt has been downloaded")).not.toBeNull();
    expect(saved.map(({ download }) => download)).toEqual(["receipt-r1.zip"]);
    expect(server.requests("GET records/r1/receipt")[0]!.headers.get("accept")).toContain("application/zip");
  });

  test("that proves nothing yet is said to", async () => {
    server.on("GET records/r1/receipt", new Answered(202, {}));
    await get();

    expect(await screen.findByText(/in no signed checkpoint/)).not.toBeNull();
    expect(saved).toHaveLength(1);
  });

  test("that does not come says why", async () => {
    server.on("GET records/r1/receipt", refused(500, "Out of order."));
    await get();

    expect(await screen.findByText("Out of order.")).not.toBeNull();
    expect(saved).toHaveLength(0);
  });
});
