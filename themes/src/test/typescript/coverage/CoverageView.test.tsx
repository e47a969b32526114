import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Coverage, UserDecision } from "../../../main/typescript/api";
import { View } from "../../../main/typescript/common";
import { CoverageBar, CoverageView } from "../../../main/typescript/coverage";
import { FakeServer, refused } from "../support/fakeServer";
import { nothing, NOW } from "../support/samples";
import { viewProps } from "../support/viewProps";

const coverage = (changes: Partial<Coverage> = {}): Coverage => ({
  key: "terms",
  requirement: "REQUIRED",
  version: 2,
  users: 1200,
  exact: true,
  accepted: 744,
  acknowledged: 0,
  declined: 12,
  withdrawn: 3,
  pending: 441,
  counts: [
    { version: 1, decision: "ACCEPTED", users: 402 },
    { version: 2, decision: "ACCEPTED", users: 744 },
    { version: 2, decision: "DECLINED", users: 12 },
    { version: 2, decision: "WITHDRAWN", users: 3 },
  ],
  countedAt: NOW,
  ...changes,
});

const users = (count: number): UserDecision[] =>
  Array.from({ length: count }, (_, index) => ({
    userId: `id-${index}`,
    username: `user-${index}`,
    cursor: `row-${index}`,
  }));

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer()
    .on("GET access", nothing)
    .on("GET terms/coverage", coverage())
    .on("GET terms/coverage/history", {
      version: 2,
      days: [
        { day: "2026-11-21", accepted: 700, acknowledged: 0, declined: 12, withdrawn: 0 },
        { day: "2026-11-22", accepted: 44, acknowledged: 0, declined: 0, withdrawn: 3 },
      ],
    })
    .on("GET terms/users", users(2));
});

const show = (props: Partial<Parameters<typeof CoverageView>[0]> = {}) =>
  render(<CoverageView {...viewProps} agreementKey="terms" {...props} />);

const numbers = async () => {
  const terms = await screen.findAllByRole("term");
  return Object.fromEntries(terms.map((term) => [term.textContent, term.nextElementSibling?.textContent]));
};

const asked = (path: string) => server.received.map((request) => request.path).filter((each) => each.startsWith(path));

describe("the coverage of an agreement", () => {
  test("of what is only to be taken note of counts nobody as having accepted", async () => {
    server.on(
      "GET terms/coverage",
      coverage({
        requirement: "ACKNOWLEDGEMENT",
        accepted: 0,
        acknowledged: 744,
        declined: 0,
        withdrawn: 0,
        pending: 456,
        counts: [{ version: 2, decision: "ACKNOWLEDGED", users: 744 }],
      }),
    );
    server.on("GET terms/coverage/history", {
      version: 2,
      days: [{ day: "2026-11-22", accepted: 0, acknowledged: 744, declined: 0, withdrawn: 0 }],
    });
    show();

    expect(await screen.findAllByText("62%")).not.toHaveLength(0);
    expect(await screen.findByRole("button", { name: "Taken note of (744)" })).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/\b(agree[sd]?|accept\w*|consent\w*|declin\w*)\b/i);
  });

  test("says how many users have accepted, declined, withdrawn, or are pending", async () => {
    show();

    expect(await numbers()).toEqual({
      Accepted: "744 62%",
      Declined: "12 1%",
      Withdrawn: "3 1%",
      Pending: "441 36%",
    });
    expect(screen.getByText("of 1,200 users")).toBeTruthy();
    expect(screen.getByText(/Counted: Nov 2\d, 2026/)).toBeTruthy();
  });

  test("says that numbers are bounds where the agreement is not for everybody", async () => {
    server.on("GET terms/coverage", coverage({ exact: false }));
    show();

    expect((await numbers())["Pending"]).toBe("at most 441 36%");
    expect(screen.getByText("of at most 1,200 users")).toBeTruthy();
    expect(screen.getByText("at least 62%")).toBeTruthy();
    expect(screen.getByText(/not for everybody/)).toBeTruthy();
  });

  test("says so where no version can be accepted, and asks for nothing more", async () => {
    server.on("GET terms/coverage", coverage({ version: undefined }));
    show();

    expect(await screen.findByText("No version is open yet")).toBeTruthy();
    expect(asked("terms/")).toEqual(["terms/coverage"]);
  });

  test("names the permission that is missing", async () => {
    server.on("GET terms/coverage", refused(403, "HTTP 403 Forbidden"));
    show();

    expect(await screen.findByText(/view-users/)).toBeTruthy();
  });

  test("counts the decisions of each version", async () => {
    show();

    const table = await screen.findByRole("grid", { name: "By version" });
    expect(
      within(table)
        .getAllByRole("row")
        .slice(1)
        .map((row) => row.textContent),
    ).toEqual(["2744123", "140200"]);
  });

  test("describes the chart in words and has its numbers in a table", async () => {
    show();

    const chart = await screen.findByRole("img", { name: /Nov 21, 2026 to Nov 22, 2026/ });
    expect(chart.querySelector("desc")?.textContent).toContain("744 accepted, 12 declined, 3 withdrawn");
    await userEvent.click(screen.getByRole("button", { name: "Show as a table" }));
    const table = screen.getByRole("grid", { name: "Decisions over time" });
    expect(
      within(table)
        .getAllByRole("row")
        .slice(1)
        .map((row) => row.textContent),
    ).toEqual(["Nov 22, 2026744 +44123 +3", "Nov 21, 2026700 +70012 +120"]);
  });

  test("begins with the list of those who have still to decide", async () => {
    show();

    await screen.findByText("user-1");
    expect(screen.getAllByRole("heading", { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      "Users",
      "Where users stand",
      "Decisions over time",
      "By version",
    ]);
  });

  test("draws a day as a day: level throughout, and as wide as any other", async () => {
    show();

    const chart = await screen.findByRole("img", { name: /Nov 21, 2026 to Nov 22, 2026/ });
    const accepted = chart.querySelector('path[data-status="ACCEPTED"]')!.getAttribute("d")!;
    const [a, b, c, d] = accepted
      .slice(1)
      .split("L")
      .slice(0, 4)
      .map((point) => point.split(" ").map(Number) as [number, number]);
    expect(a![1]).toBe(b![1]);
    expect(c![1]).toBe(d![1]);
    expect(c![1]).toBeLessThan(b![1]);
    expect(b![0]).toBe(c![0]);
    expect(b![0] - a![0]).toBeCloseTo(d![0] - c![0], 0);
    expect(b![0] - a![0]).toBeLessThan(100);
  });

  test("lists who is pending first, and others on demand", async () => {
    show();
    expect(await screen.findByText("user-1")).toBeTruthy();
    server.on("GET terms/users", [
      { userId: "id-9", username: "nadia", version: 2, decision: "DECLINED", locale: "zh-Hans", decidedAt: NOW },
    ]);
    await userEvent.click(screen.getByRole("button", { name: "Declined (12)" }));

    const row = (await screen.findByText("nadia")).closest("tr")!;
    expect(row.textContent).toContain("DeclinedVersion 2");
    expect(row.textContent).toContain("Simplified Chinese");
    expect(asked("terms/users")).toEqual(["terms/users?status=PENDING&max=21", "terms/users?status=DECLINED&max=21"]);
  });

  test("restricts the list to one version", async () => {
    show();
    await userEvent.click(await screen.findByRole("button", { name: "Accepted (744)" }));
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Version" }), "Version 1");

    await vi.waitFor(() => expect(asked("terms/users").at(-1)).toBe("terms/users?status=ACCEPTED&version=1&max=21"));
  });

  test("turns the page only where there is a next one", async () => {
    server.on("GET terms/users", users(21));
    show();
    expect(await screen.findByText("user-19")).toBeTruthy();
    expect(screen.queryByText("user-20")).toBeNull();
    server.on("GET terms/users", [{ userId: "id-20", username: "user-20" }]);
    await userEvent.click(screen.getByRole("button", { name: "Next page" }));

    expect(await screen.findByText("user-20")).toBeTruthy();
    expect(asked("terms/users").at(-1)).toBe("terms/users?status=PENDING&after=row-19&max=21");
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Next page" }).disabled).toBe(true);
    expect(screen.getByText("21 – 21")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Previous page" }));

    await vi.waitFor(() => expect(asked("terms/users").at(-1)).toBe("terms/users?status=PENDING&max=21"));
  });

  test("leads to a user where there is a way", async () => {
    const onUser = vi.fn();
    show({ onUser });
    await userEvent.click(await screen.findByRole("button", { name: "user-1" }));

    expect(onUser).toHaveBeenCalledWith("id-1");
  });

  test("says who a user is, beside the id", async () => {
    server.on("GET terms/users", [
      { userId: "id-1", username: "nadia", firstName: "Nadia", lastName: "Chen" },
      { userId: "id-2", username: "wang", firstName: "小明", lastName: "王" },
      { userId: "id-3", username: "solo", lastName: "Solo" },
    ]);
    show();
    await screen.findByText("nadia");

    expect(
      screen
        .getAllByRole("row")
        .map((row) => row.querySelector('td[data-label="User"]'))
        .filter(Boolean)
        .map((cell) =>
          [...cell!.querySelectorAll("button, .agreements-user, bdi, code")].map((part) => part.textContent),
        ),
    ).toEqual([
      ["nadia", "Nadia Chen", "id-1"],
      ["wang", "王小明", "id-2"],
      ["solo", "Solo", "id-3"],
    ]);
  });

  test("shows an account without a name by its id", async () => {
    server.on("GET terms/users", [{ userId: "id-7" }]);
    show();

    expect(await screen.findByText("id-7")).toBeTruthy();
  });

  test("fetches the CSV with the token and hands it to the browser under a name of its own", async () => {
    const saved: HTMLAnchorElement[] = [];
    Object.assign(URL, { createObjectURL: () => "blob:1", revokeObjectURL: () => undefined });
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this);
    });
    show();
    await userEvent.click(await screen.findByRole("button", { name: "Download CSV" }));

    await vi.waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]!.download).toMatch(/^terms-pending-\d{4}-\d{2}-\d{2}\.csv$/);
    const [request] = server.requests("GET terms/users?status=PENDING");
    expect(request!.headers.get("accept")).toBe("text/csv");
    expect(request!.headers.get("authorization")).toBe("Bearer token-1");
  });

  test("says why the CSV did not come", async () => {
    show();
    await screen.findByText("user-1");
    server.on("GET terms/users", refused(403, "Ask for view-users"));
    await userEvent.click(screen.getByRole("button", { name: "Download CSV" }));

    expect(await screen.findByText("Ask for view-users")).toBeTruthy();
  });

  test("is counted anew on demand, together with the users and the chart", async () => {
    show();
    await screen.findByText("user-1");
    server.on("GET terms/coverage", coverage({ accepted: 745, pending: 440 }));
    await userEvent.click(screen.getByRole("button", { name: "Refresh" }));

    expect(await screen.findByText("745")).toBeTruthy();
    expect(asked("terms/coverage/history")).toHaveLength(2);
    expect(asked("terms/users")).toHaveLength(2);
  });

  test("speaks Chinese", async () => {
    show({ locale: "zh-CN" });

    expect(await screen.findByText("共 1,200 位用户")).toBeTruthy();
    expect(screen.getByRole("heading", { name: "总体情况" })).toBeTruthy();
  });
});

describe("the bar of coverage", () => {
  const bar = (changes: Partial<Coverage>) =>
    render(
      <View {...viewProps}>
        <CoverageBar coverage={coverage(changes)} />
      </View>,
    );

  test("says its percentage in words", async () => {
    bar({});

    const shown = await screen.findByRole("img", { name: "Accepted by 62% of 1,200 users" });
    expect(shown.textContent).toBe("62%");
  });

  test("never says that all have accepted as long as one has not", async () => {
    bar({ accepted: 1199, declined: 0, withdrawn: 0, pending: 1 });

    expect(await screen.findByText("99%")).toBeTruthy();
  });

  test("says that nothing is published", async () => {
    bar({ version: undefined });

    expect(await screen.findByText("Nothing published")).toBeTruthy();
  });
});
