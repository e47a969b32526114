import { act, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Mailing } from "../../../main/typescript/api";
import { open } from "../agreements/support";
import { FakeServer, refused } from "../support/fakeServer";
import { agreement, draft, everything, NOW, version } from "../support/samples";

const MAILING = "terms/versions/1/mailing";
const TELL = "Tell users by mail about version 1";

const mailing = (changes: Partial<Mailing> = {}): Mailing => ({
  state: "RUNNING",
  perMinute: 60,
  startedAt: NOW,
  users: 1000,
  sent: 118,
  failed: 2,
  ...changes,
});

function server() {
  return new FakeServer()
    .on("GET access", everything)
    .on("GET terms", agreement())
    .on("GET terms/versions/1/reach?material=true", { users: 1200, exact: true });
}

async function openDialog(props = {}) {
  const { user } = open({ agreement: "terms", tab: "versions" }, props);
  await user.click(await screen.findByRole("button", { name: TELL }));
  return { user, dialog: within(await screen.findByRole("dialog", { name: TELL })) };
}

const see = (visibility: DocumentVisibilityState) =>
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(visibility);

afterEach(() => vi.useRealTimers());

describe("telling users by mail", () => {
  test("is offered for what users can read, and for nothing else", async () => {
    server().on(
      "GET terms",
      agreement({
        versions: [
          draft({ number: 6 }),
          version({ number: 5, state: "SCHEDULED" }),
          version({ number: 4, state: "ANNOUNCED" }),
          version({ number: 3, state: "RETRACTED", retractedAt: 1 }),
          version({ number: 2, state: "IN_FORCE" }),
          version({ number: 1, state: "SUPERSEDED" }),
        ],
      }),
    );
    open({ agreement: "terms" });

    const offered = (await screen.findAllByRole("button", { name: /^Tell users/ })).map((button) =>
      button.getAttribute("aria-label"),
    );
    expect(offered).toEqual(["Tell users by mail about version 4", "Tell users by mail about version 2"]);
  });

  test.each(["manageUsers", "manageRealm"])("is not offered to who lacks %s", async (lacking) => {
    server().on("GET access", { ...everything, [lacking]: false });
    open({ agreement: "terms" });
    await screen.findByRole("grid", { name: "Versions" });

    expect(screen.queryByRole("button", { name: TELL })).toBeNull();
  });

  test("says how many get what and how long it takes, and begins at the rate asked for", async () => {
    const asked = server().on(`POST ${MAILING}`, mailing({ sent: 0, failed: 0 }));
    const { user, dialog } = await openDialog();
    expect(await dialog.findByText("At most 1,200 users are written to")).toBeTruthy();
    expect(dialog.getByText("At this rate that takes up to 20 minutes.")).toBeTruthy();

    await user.clear(dialog.getByLabelText(/^Mails per minute/));
    expect(dialog.getByRole<HTMLButtonElement>("button", { name: "Start sending" }).disabled).toBe(true);
    await user.type(dialog.getByLabelText(/^Mails per minute/), "60001");
    expect(dialog.getByText("A whole number from 1 to 60000.")).toBeTruthy();
    await user.clear(dialog.getByLabelText(/^Mails per minute/));
    await user.type(dialog.getByLabelText(/^Mails per minute/), "5");
    expect(dialog.getByText("At this rate that takes up to 4 hours.")).toBeTruthy();
    await user.click(dialog.getByRole("button", { name: "Start sending" }));

    expect(asked.requests(`POST ${MAILING}`)[0]!.body).toEqual({ perMinute: 5 });
    expect(await dialog.findByText("0 of about 1,000 mails sent")).toBeTruthy();
    expect(dialog.getByRole("button", { name: "Pause" })).toBeTruthy();
  });

  test("that is refused says why, and can be tried again", async () => {
    server().on(`POST ${MAILING}`, refused(400, "The realm has no mail server."));
    const { user, dialog } = await openDialog();
    await user.click(await dialog.findByRole("button", { name: "Start sending" }));

    expect(await dialog.findByText("The realm has no mail server.")).toBeTruthy();
    expect(dialog.getByRole<HTMLButtonElement>("button", { name: "Start sending" }).disabled).toBe(false);
  });

  test("that somebody else has begun meanwhile says so and shows how far it is", async () => {
    const asked = server().on(`POST ${MAILING}`, () => {
      asked.on(`GET ${MAILING}`, mailing());
      return refused(409, "It is running.");
    });
    const { user, dialog } = await openDialog();
    await user.click(await dialog.findByRole("button", { name: "Start sending" }));

    expect(await dialog.findByText("It is running.")).toBeTruthy();
    expect(await dialog.findByText("118 of about 1,000 mails sent")).toBeTruthy();
  });
});

describe("a mailing", () => {
  test("that runs says how far it is, and can be paused", async () => {
    const asked = server()
      .on(`GET ${MAILING}`, mailing())
      .on(`POST ${MAILING}/pause`, mailing({ state: "PAUSED" }));
    const { user, dialog } = await openDialog();
    expect(await dialog.findByText("2 mails could not be sent.")).toBeTruthy();
    expect(dialog.getByRole("progressbar").getAttribute("aria-valuenow")).toBe("12");
    expect(dialog.queryByLabelText(/^Mails per minute/)).toBeNull();

    await user.click(dialog.getByRole("button", { name: "Pause" }));

    expect(asked.requests(`POST ${MAILING}/pause`)).toHaveLength(1);
    expect(await dialog.findByText("Nobody is written to until you resume.")).toBeTruthy();
    expect(dialog.getByRole("button", { name: "Resume sending" })).toBeTruthy();
  });

  test("that was paused goes on at the rate it had, or another", async () => {
    const asked = server()
      .on(`GET ${MAILING}`, mailing({ state: "PAUSED", perMinute: 30 }))
      .on(`POST ${MAILING}`, mailing());
    const { user, dialog } = await openDialog();
    expect((await dialog.findByLabelText<HTMLInputElement>(/^Mails per minute/)).value).toBe("30");

    await user.click(dialog.getByRole("button", { name: "Resume sending" }));

    expect(asked.requests(`POST ${MAILING}`)[0]!.body).toEqual({ perMinute: 30 });
  });

  test("that stopped says what is wrong, and can go on", async () => {
    server().on(`GET ${MAILING}`, mailing({ state: "STOPPED", problem: "The mail server does not answer." }));
    const { dialog } = await openDialog();

    expect(await dialog.findByText("The mail server does not answer.")).toBeTruthy();
    expect(dialog.getByRole("button", { name: "Resume sending" })).toBeTruthy();
  });

  test("that is done says so, though the estimate was another, and offers nothing", async () => {
    server().on(`GET ${MAILING}`, mailing({ state: "DONE", sent: 700, failed: 0, finishedAt: NOW }));
    const { dialog } = await openDialog();

    expect(await dialog.findByText("All users have been written to")).toBeTruthy();
    expect(dialog.getByText("Mails sent: 700")).toBeTruthy();
    expect(dialog.getByText("100%")).toBeTruthy();
    expect(dialog.getAllByRole("button").map((button) => button.textContent)).toEqual(["", "Close"]);
  });

  test("never reads complete before it is, though more were written to than estimated", async () => {
    server().on(`GET ${MAILING}`, mailing({ users: 100, sent: 120 }));
    const { dialog } = await openDialog();

    expect(await dialog.findByText("99%")).toBeTruthy();
  });

  test("that runs is read again while somebody looks, and no more when it is done", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const asked = server().on(`GET ${MAILING}`, mailing());
    const { dialog } = await openDialog();
    await dialog.findByText("118 of about 1,000 mails sent");
    const reads = () => asked.requests(`GET ${MAILING}`).length;
    expect(reads()).toBe(1);

    const visibility = see("hidden");
    await act(() => vi.advanceTimersByTimeAsync(20_000));
    expect(reads()).toBe(1);

    visibility.mockReturnValue("visible");
    asked.on(`GET ${MAILING}`, mailing({ sent: 200 }));
    document.dispatchEvent(new Event("visibilitychange"));
    await dialog.findByText("200 of about 1,000 mails sent");
    expect(reads()).toBe(2);

    asked.on(`GET ${MAILING}`, mailing({ state: "DONE", sent: 990, finishedAt: NOW }));
    await act(() => vi.advanceTimersByTimeAsync(3_500));
    await dialog.findByText("Mails sent: 990");
    await act(() => vi.advanceTimersByTimeAsync(20_000));
    expect(reads()).toBe(3);
  });

  test("speaks Chinese, its alerts too", async () => {
    server().on(`GET ${MAILING}`, mailing({ state: "STOPPED", problem: "x" }));
    const { user } = open({ agreement: "terms" }, { locale: "zh-CN" });
    await user.click(await screen.findByRole("button", { name: "就第 1 版邮件通知用户" }));
    const dialog = within(await screen.findByRole("dialog"));

    expect((await dialog.findByRole("heading", { name: /发送已停止/ })).textContent).toBe("错误：发送已停止");
  });
});
