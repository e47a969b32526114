import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Audit, AuditFigure } from "../../../main/typescript/api";
import { AuditView } from "../../../main/typescript/audit";
import { bySource } from "../../../main/typescript/audit/sources";
import { thisYear, yearsOf } from "../../../main/typescript/audit/years";
import { FakeServer, refused } from "../support/fakeServer";
import { nothing } from "../support/samples";
import { viewProps } from "../support/viewProps";

const ZONE = "Asia/Shanghai";
const YEAR = thisYear(ZONE);

const figure = (name: string, text: string, words: string, more: Partial<AuditFigure> = {}): AuditFigure => ({
  name,
  label: name.toLowerCase(),
  of: {},
  unit: "COUNT",
  text,
  countedFrom: { words },
  asOf: "2026-11-29T10:00:00Z",
  ...more,
});

const audit: Audit = {
  year: YEAR,
  soFar: true,
  countedAt: "2026-11-29T10:00:00Z",
  ledgerSince: `${YEAR - 3}-06-01T00:00:00+08:00`,
  locale: "en",
  title: "Audit",
  notes: ["It holds no names."],
  sections: [
    {
      section: "DECISIONS",
      title: "What users decided",
      figures: [
        figure("DECISIONS", "15", "Records of decisions", { value: 15 }),
        figure("DECISIONS", "12", "Records of decisions", { value: 12, of: { VERSION: "1" }, subject: "Version 1" }),
        figure("WAITING", "not counted: the ledger began later", "Requests now", { gap: "BEFORE_LEDGER" }),
      ],
    },
  ],
};

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer()
    .on("GET access", nothing)
    .on(`GET audit/${YEAR}`, audit)
    .on(`GET audit/${YEAR - 1}`, {
      ...audit,
      year: YEAR - 1,
      notes: ["The year before."],
    });
});

const show = (props = {}) => render(<AuditView {...viewProps} {...props} />);

describe("the audit", () => {
  test("is a table with a caption for each section, and says from what each figure was counted", async () => {
    show();

    const table = within(await screen.findByRole("grid", { name: "What users decided" }));
    expect(table.getAllByRole("row").map((row) => row.textContent)).toEqual([
      "FigureValue",
      "Counted from: Records of decisions",
      "decisions15",
      "decisions: Version 112",
      "Counted from: Requests now",
      "waitingnot counted: the ledger began later",
    ]);
    expect(screen.getByText("It holds no names.")).toBeTruthy();
  });

  test("is of the year that is chosen, back to the first record", async () => {
    show();
    await screen.findByRole("grid");
    const choice = screen.getByLabelText("Year");
    expect(
      within(choice)
        .getAllByRole("option")
        .map((option) => option.textContent),
    ).toEqual([0, 1, 2, 3].map((back) => String(YEAR - back)));
    await userEvent.selectOptions(choice, String(YEAR - 1));

    expect(await screen.findByText("The year before.")).toBeTruthy();
  });

  test.each([
    ["Download to print (HTML)", "text/html", "html"],
    ["Download as CSV", "text/csv", "csv"],
  ])("can be taken along: %s", async (button, type, ending) => {
    const saved: string[] = [];
    URL.createObjectURL = () => "blob:audit";
    URL.revokeObjectURL = () => undefined;
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this.download);
    });
    show();
    await userEvent.click(await screen.findByRole("button", { name: button }));

    await vi.waitFor(() => expect(saved).toEqual([`audit-${YEAR}.${ending}`]));
    expect(server.requests(`GET audit/${YEAR}`)[0]!.headers.get("accept")).toBe(type);
    vi.restoreAllMocks();
  });

  test("asks for words in the language of whoever looks", async () => {
    show({ locale: "zh_CN" });

    expect(await screen.findByText("统计依据：Requests now")).toBeTruthy();
    expect(server.requests(`GET audit/${YEAR}`)[0]!.headers.get("accept-language")).toBe("zh-CN");
  });

  test("is not shown to who may not see it", async () => {
    server.on(`GET audit/${YEAR}`, refused(403, "HTTP 403 Forbidden"));
    show();

    expect(await screen.findByText("You are not allowed to see this")).toBeTruthy();
  });
});

describe("figures that follow on one another", () => {
  test("are a group where they were counted from the same", () => {
    const figures = [
      figure("A", "1", "one"),
      figure("B", "2", "one"),
      figure("C", "3", "two"),
      figure("D", "4", "one"),
    ];

    expect(bySource(figures).map(({ source, figures: of }) => [source, of.map(({ name }) => name)])).toEqual([
      ["one", ["A", "B"]],
      ["two", ["C"]],
      ["one", ["D"]],
    ]);
  });
});

describe("the years", () => {
  test("begin when they do in the zone of the realm", () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 11, 31, 16) });
    try {
      expect([thisYear("Asia/Shanghai"), thisYear("UTC"), thisYear("+09:30")]).toEqual([2027, 2026, 2027]);
    } finally {
      vi.useRealTimers();
    }
  });

  test("go back to the year before where nothing is known", () => {
    expect(yearsOf(undefined, YEAR, ZONE)).toEqual([YEAR, YEAR - 1]);
  });

  test("have the one that was chosen among them", () => {
    expect(yearsOf({ ...audit, ledgerSince: `${YEAR}-02-01T00:00:00Z` }, YEAR - 2, ZONE)).toEqual([
      YEAR,
      YEAR - 1,
      YEAR - 2,
    ]);
  });
});
