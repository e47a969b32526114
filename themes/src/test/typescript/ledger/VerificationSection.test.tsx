import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Verification, VerificationFinding } from "../../../main/typescript/api";
import { LedgerView } from "../../../main/typescript/ledger";
import { Answered, FakeServer, refused } from "../support/fakeServer";
import { agreement, everything, NOW } from "../support/samples";
import { viewProps } from "../support/viewProps";

const verification = (changes: Partial<Verification> = {}): Verification => ({
  id: "v1",
  state: "RUNNING",
  fromIndex: 0,
  toIndex: 1000,
  done: 256,
  startedAt: NOW,
  seenAt: NOW,
  ...changes,
});

const done = (changes: Partial<NonNullable<Verification["result"]>> = {}) =>
  verification({
    state: "DONE",
    done: 1000,
    endedAt: NOW,
    result: { records: 1000, signedSize: 1000, wrong: 0, counts: {}, findings: [], ...changes },
  });

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer()
    .on("GET /", [agreement()])
    .on("GET records", [])
    .on("GET access", everything)
    .on("GET log/verifications", []);
});

afterEach(() => vi.useRealTimers());

async function open(locale = "en") {
  const user = userEvent.setup();
  render(<LedgerView {...viewProps} locale={locale} />);
  await user.click(await screen.findByRole("button", { name: locale === "en" ? "Verify the ledger" : "验证台账" }));
  return user;
}

describe("verifying the ledger", () => {
  test("asks nothing of the server before it is opened", async () => {
    render(<LedgerView {...viewProps} />);
    await screen.findByRole("button", { name: "Verify the ledger" });

    expect(server.received.some(({ path }) => path.startsWith("log/"))).toBe(false);
  });

  test("sends the range and what was kept, and says how far it is", async () => {
    server.on("POST log/verifications", new Answered(202, verification()));
    const user = await open();
    await user.type(await screen.findByLabelText("From place in the log"), "10");
    await user.type(screen.getByLabelText("Up to place in the log"), "1000");
    await user.click(screen.getByLabelText("Checkpoint kept elsewhere"));
    await user.paste("id.example/log\n1000\nroot\n\n— id.example/log sig\n");
    await user.click(screen.getByRole("button", { name: "Verify" }));

    const bar = await screen.findByRole("progressbar", { name: /256 of 1,000 records/ });
    expect(bar.getAttribute("aria-valuenow")).toBe("25.6");
    expect(bar.getAttribute("aria-valuetext")).toBe("26%");
    expect(server.requests("POST log/verifications")[0]!.body).toEqual({
      fromIndex: 10,
      toIndex: 1000,
      checkpoint: "id.example/log\n1000\nroot\n\n— id.example/log sig\n",
    });
    expect(screen.getByRole("button", { name: "Verify" }).hasAttribute("disabled")).toBe(true);
  });

  test("says at the field what is no checkpoint, and leaves no verdict of before beside it", async () => {
    server
      .on("GET log/verifications", [done({})])
      .on(
        "POST log/verifications",
        refused(400, "checkpoint is none of a log: Each signature of a note ends its line"),
      );
    const user = await open();
    expect(await screen.findByText("Nothing is wrong")).toBeTruthy();
    await user.click(screen.getByLabelText("Checkpoint kept elsewhere"));
    await user.paste("garbage");
    await user.click(screen.getByRole("button", { name: "Verify" }));

    expect(await screen.findByText(/^This is no checkpoint of a log/)).toBeTruthy();
    expect(screen.queryByText("Nothing is wrong")).toBeNull();
    expect(screen.queryByText(/Each signature/)).toBeNull();
  });

  test("takes no place that is none", async () => {
    const user = await open();
    await user.type(await screen.findByLabelText("From place in the log"), "-1");

    expect(screen.getByText("A place is a whole number from 0 on.")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Verify" }).hasAttribute("disabled")).toBe(true);
  });

  test("looks again while it runs, and says in words what it came to", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    server.on("GET log/verifications", [verification()]);
    const user = userEvent.setup({ advanceTimers: (millis) => vi.advanceTimersByTime(millis) });
    render(<LedgerView {...viewProps} />);
    await user.click(await screen.findByRole("button", { name: "Verify the ledger" }));
    await screen.findByRole("progressbar");
    server.on("GET log/verifications", [done({ keptSize: 900 })]);
    await act(() => vi.advanceTimersByTimeAsync(3000));

    expect(await screen.findByText("Nothing is wrong")).toBeTruthy();
    expect(screen.getByText(/1,000 records were looked at/).textContent).toContain(
      "The log agrees with the checkpoint you kept, of 900 entries.",
    );
    expect(screen.queryByRole("progressbar")).toBeNull();
  });

  test("lists what is wrong and opens the record", async () => {
    server
      .on("GET log/verifications", [
        done({
          wrong: 12,
          counts: { CHANGED: 12, UNVERIFIED: 1 },
          findings: [
            {
              kind: "CHANGED",
              wrong: true,
              table: "AGR_RECORD",
              row: "r7",
              recordId: "r7",
              index: 7,
              column: "DECISION",
              code: "DIFFERS_NOW",
              parameters: { now: "DECLINED" },
              words: "is not what the log has, and is DECLINED",
            },
            { kind: "MISSING", wrong: true, table: "AGR_TILE", row: "0/3", words: "is gone" },
          ],
        }),
      ])
      .on("GET records/r7", {
        id: "r7",
        type: "ACCEPTANCE",
        userId: "id-1",
        occurredAt: NOW,
        recordedAt: NOW,
        details: { unreadableDetails: "ab12" },
      });
    const user = await open();

    expect(await screen.findByText("12 things are not as they ought to be")).toBeTruthy();
    const table = within(screen.getByRole("grid", { name: "Findings" }));
    // What is explained may have a key in it, which would take the room of all other columns.
    expect(table.getAllByRole("columnheader").map(({ className }) => /pf-m-width-\d+/.exec(className)?.[0])).toEqual([
      "pf-m-width-15",
      "pf-m-width-20",
      "pf-m-width-20",
      undefined,
    ]);
    const explained = table.getByText("Is not what the log has, and is DECLINED.").closest("td")!;
    expect(explained.classList).toContain("pf-m-break-word");
    expect(table.getByText("DECISION")).toBeTruthy();
    expect(table.getByText("AGR_TILE 0/3")).toBeTruthy();
    expect(table.getByText("Is not what the log has, and is DECLINED.")).toBeTruthy();
    expect(table.getByText("is gone").getAttribute("lang")).toBe("en");
    expect(screen.getByText("11 more are not shown.")).toBeTruthy();
    await user.click(table.getByRole("button", { name: "Record r7" }));
    const record = within(await screen.findByRole("region", { name: "The record r7 as it is stored" }));
    expect(await record.findByText("Details that cannot be read (SHA-256 of what is stored)")).toBeTruthy();
  });

  test("tells what the last one came to that was done beside the one that runs, or was given up", async () => {
    const before = { ...done({ wrong: 3, counts: { MISSING: 3 } }), id: "v0" };
    server
      .on("GET log/verifications", [verification(), before])
      .on("DELETE log/verifications/v1", verification({ state: "CANCELLED" }));
    const user = await open();

    await screen.findByText("The ledger is being verified");
    const last = within(screen.getByRole("region", { name: "The last one that was over" }));
    expect(last.getByText("3 things are not as they ought to be")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    expect(await screen.findByText("The verification was cancelled before it was over")).toBeTruthy();
    expect(last.getByText("3 things are not as they ought to be")).toBeTruthy();
  });

  test("keeps the record open that is read while another verification takes its place", async () => {
    const finding: VerificationFinding = {
      kind: "CHANGED",
      wrong: true,
      table: "AGR_RECORD",
      row: "r7",
      recordId: "r7",
      words: "is not what the log has",
    };
    server
      .on("GET log/verifications", [done({ wrong: 1, counts: { CHANGED: 1 }, findings: [finding] })])
      .on("GET records/r7", { id: "r7", type: "ACCEPTANCE", userId: "id-1", occurredAt: NOW, recordedAt: NOW })
      .on("POST log/verifications", { ...verification(), id: "v2" });
    const user = await open();
    await user.click(await screen.findByRole("button", { name: "Record r7" }));
    await screen.findByRole("region", { name: "The record r7 as it is stored" });

    await user.click(screen.getByRole("button", { name: "Verify" }));
    const last = within(await screen.findByRole("region", { name: "The last one that was over" }));
    expect(last.getByRole("region", { name: "The record r7 as it is stored" })).toBeTruthy();
    expect(last.getByRole("button", { name: "Record r7" }).getAttribute("aria-expanded")).toBe("true");
  });

  test("is cancelled, and says why not where it has ended", async () => {
    server
      .on("GET log/verifications", [verification()])
      .on("DELETE log/verifications/v1", refused(409, "The verification has ended already."));
    const user = await open();
    await user.click(await screen.findByRole("button", { name: "Cancel" }));
    expect(await screen.findByText("The verification has ended already.")).toBeTruthy();

    server.on("DELETE log/verifications/v1", verification({ state: "CANCELLED" }));
    await user.click(await screen.findByRole("button", { name: "Cancel" }));
    expect(await screen.findByText("The verification was cancelled before it was over")).toBeTruthy();
  });

  test("is not offered to who may only look, and no export to who may not see users", async () => {
    server.on("GET access", { ...everything, manageRealm: false, viewUsers: false });
    server.on("GET log/verifications", [verification()]);
    await open();

    await screen.findByRole("progressbar");
    expect(screen.queryByRole("button", { name: "Verify" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Cancel" })).toBeNull();
    expect(screen.queryByRole("button", { name: /Download for/ })).toBeNull();
  });

  test("offers no export to who may not see the realm, whose drafts are in it", async () => {
    server.on("GET access", { ...everything, viewRealm: false });
    await open();

    await screen.findByRole("button", { name: "Verify" });
    expect(screen.queryByRole("button", { name: /Download for/ })).toBeNull();
  });

  test("downloads the range", async () => {
    const made = vi.fn(() => "blob:1");
    Object.assign(URL, { createObjectURL: made, revokeObjectURL: () => undefined });
    server.on("GET log/export", {});
    const user = await open();
    await user.type(await screen.findByLabelText("Up to place in the log"), "5");
    await user.click(screen.getByRole("button", { name: "Download for bin/verify-ledger" }));

    expect(await screen.findByText("The ledger has been downloaded")).toBeTruthy();
    expect(made).toHaveBeenCalled();
    expect(server.received.at(-1)!.path).toBe("log/export?toIndex=5");
  });

  test("speaks Chinese", async () => {
    server.on("GET log/verifications", [done()]);
    await open("zh-CN");

    expect(await screen.findByText("没有发现问题")).toBeTruthy();
    expect(screen.getByRole("button", { name: "开始验证" })).toBeTruthy();
  });

  test("tells findings in Chinese, with what a program said behind in the language it was said in", async () => {
    server.on("GET log/verifications", [
      done({
        wrong: 2,
        counts: { CHANGED: 1, UNSIGNED: 1 },
        findings: [
          {
            kind: "CHANGED",
            wrong: true,
            table: "AGR_RECORD",
            row: "r7",
            recordId: "r7",
            index: 7,
            column: "DECISION",
            code: "DIFFERS_NOW",
            parameters: { now: "DECLINED" },
            words: "is not what the log has, and is DECLINED",
          },
          {
            kind: "UNSIGNED",
            wrong: true,
            table: "AGR_CHECKPOINT",
            row: "1/5",
            column: "NOTE",
            code: "NOTE_FALSE",
            parameters: { problem: "None of the known keys signed this note" },
            words: "None of the known keys signed this note",
          },
        ],
      }),
    ]);
    await open("zh-CN");

    expect(await screen.findByText("与日志不符，现为 DECLINED。")).toBeTruthy();
    expect(screen.getByText(/所签名的内容或签名不成立。/)).toBeTruthy();
    expect(screen.getByText("None of the known keys signed this note").getAttribute("lang")).toBe("en");
  });
});
