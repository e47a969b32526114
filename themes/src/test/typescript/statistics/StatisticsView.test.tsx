import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test } from "vitest";
import type { Statistics, StatisticsPeriod } from "../../../main/typescript/api";
import { StatisticsView } from "../../../main/typescript/statistics";
import { byTime, monthInWords } from "../../../main/typescript/statistics/time";
import { FakeServer, refused } from "../support/fakeServer";
import { nothing } from "../support/samples";
import { viewProps } from "../support/viewProps";

const TOTAL = "GET statistics?measure=REGISTRATIONS&dimension=TOTAL";
const BY_AGE = "GET statistics?measure=REGISTRATIONS&dimension=AGE_BAND";

const period = (first: string, users: number): StatisticsPeriod => ({
  first,
  last: first,
  k: 10,
  cells: [{ other: false, users }],
});
const registrations: Statistics = {
  measure: "REGISTRATIONS",
  dimension: "TOTAL",
  periods: [{ ...period("2026-11-20", 12), last: "2026-11-22" }, period("2026-11-23", 1345)],
  sums: [{ other: false, users: 1357 }],
};
const byAge: Statistics = {
  measure: "REGISTRATIONS",
  dimension: "AGE_BAND",
  periods: [
    {
      first: "2026-11-20",
      last: "2026-11-20",
      k: 10,
      cells: [
        { value: "UNDER_14", other: false, users: 14 },
        { other: false, users: 15 },
        { other: true, users: 16 },
      ],
    },
  ],
  sums: [
    { value: "UNDER_14", other: false, users: 14 },
    { other: false, users: 15 },
    { other: true, users: 16 },
  ],
};

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer()
    .on("GET access", nothing)
    .on("GET /", [{ key: "terms" }])
    .on(TOTAL, registrations)
    .on(BY_AGE, byAge);
});

const show = (props = {}) => render(<StatisticsView {...viewProps} {...props} />);
const rows = async () =>
  within(await screen.findByRole("grid"))
    .getAllByRole("row")
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole("cell")
        .map((cell) => cell.textContent),
    );

describe("the statistics", () => {
  test("are bars with their numbers, and the same as a table", async () => {
    show();

    const bars = within(await screen.findByRole("figure", { name: "Registrations: All together" }));
    expect(bars.getAllByRole("listitem").map((bar) => bar.textContent)).toEqual([
      "Nov 20, 2026 – Nov 22, 202612",
      "Nov 23, 20261,345",
    ]);
    expect(await rows()).toEqual([
      ["Nov 23, 2026", "All together", "1,345"],
      ["Nov 20, 2026 – Nov 22, 2026", "All together", "12"],
    ]);
  });

  test("name groups, those that were joined and those of which nothing is known", async () => {
    show();
    await userEvent.selectOptions(await screen.findByLabelText("By"), "Age");

    expect((await screen.findByRole("figure", { name: "Registrations: Age" })).textContent).toContain("Under 1414");
    expect(await rows()).toEqual([
      ["Nov 20, 2026", "Under 14", "14"],
      ["Nov 20, 2026", "Not known", "15"],
      ["Nov 20, 2026", "Others", "16"],
    ]);
  });

  test("of decisions are those of one agreement", async () => {
    show();
    await userEvent.selectOptions(await screen.findByLabelText("What is counted"), "Withdrawals");

    expect(await screen.findByLabelText("Agreement")).toBeTruthy();
    expect(
      server.requests("GET statistics?measure=WITHDRAWALS&agreement=terms&dimension=TOTAL").length,
    ).toBeGreaterThan(0);
  });

  test("say so where nothing was published", async () => {
    server.on(TOTAL, { ...registrations, periods: [], sums: [] });
    show();

    expect(await screen.findByText("Nothing has been published for these days")).toBeTruthy();
  });

  test("are not shown to who may not view the realm", async () => {
    server.on("GET /", refused(403, "HTTP 403 Forbidden"));
    show();

    expect(await screen.findByText("You are not allowed to see this")).toBeTruthy();
  });

  test("speak Chinese", async () => {
    show({ locale: "zh_CN" });

    expect(await screen.findByRole("figure", { name: "注册：合计" })).toBeTruthy();
  });
});

describe("many periods", () => {
  test("are shown by month", () => {
    const days = Array.from({ length: 50 }, (_, day) =>
      period(new Date(Date.UTC(2026, 8, 15 + day)).toISOString().slice(0, 10), 10),
    );

    expect(byTime(days)).toEqual([
      { key: "2026-09", users: 160 },
      { key: "2026-10", users: 310 },
      { key: "2026-11", users: 30 },
    ]);
    expect(monthInWords("2026-11", "en")).toBe("November 2026");
  });
});
