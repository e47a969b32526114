import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import type { AccountProps } from "../../../main/typescript/account/AccountView";
import { DeletionPage } from "../../../main/typescript/account/deletion/DeletionPage";
import { Answered, type FakeServer, refused } from "../support/fakeServer";
import { NOW } from "../support/samples";
import { accountProps, accountServer, allowed } from "./support";

const pending = { requestedAt: NOW, dueAt: NOW + 7 * 86_400_000, held: false };

let server: FakeServer;

beforeEach(() => {
  vi.restoreAllMocks();
  server = accountServer();
});

const show = (props: Partial<AccountProps> = {}) => render(<DeletionPage {...accountProps(props)} />);

test("who may delete the account reads what happens, and goes on to sign in again", async () => {
  const props = accountProps();
  show(props);

  expect(await screen.findByText(/7 days after you ask/)).not.toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Delete my account" }));

  expect(props.login).toHaveBeenCalledWith("agreement-account-deletion");
});

test("what is erased and what is kept of sign-ins is said as it is", async () => {
  show();

  expect(await screen.findByText(/within a day after the deletion/)).not.toBeNull();
  expect(screen.getByText(/The log files of the server/)).not.toBeNull();
  expect(screen.queryByText(/as long as its operator keeps such notes/)).toBeNull();
});

test("where sign-ins cannot be erased that is said too", async () => {
  server.on("GET me/access", { ...allowed, eventsErased: false });
  show();

  expect(await screen.findByText(/as long as its operator keeps such notes/)).not.toBeNull();
  expect(screen.queryByText(/within a day after the deletion/)).toBeNull();
});

test("what a legal hold keeps for a while is said, and so is that it is erased then", async () => {
  server.on("GET me/access", { ...allowed, recordsAhead: "HELD" });
  show();

  expect(await screen.findByText(/a legal matter asks for it/)).not.toBeNull();
  expect(screen.getByText(/as soon as no law asks to keep them any longer/)).not.toBeNull();
});

test("a realm that tells nobody of holds tells everybody the same", async () => {
  server.on("GET me/access", { ...allowed, recordsAhead: "LAWFUL" });
  show();

  expect(await screen.findByText(/as soon as no law asks to keep them any longer/)).not.toBeNull();
  expect(screen.queryByText(/legal matter/)).toBeNull();
});

test("without time to think again the page says that it cannot be undone", async () => {
  server.on("GET me/access", { ...allowed, coolingOffDays: 0 });
  show();

  expect(await screen.findByText(/It cannot be undone/)).not.toBeNull();
});

test("who may not delete the account is told so", async () => {
  server.on("GET me/access", { ...allowed, delete: false });
  show();

  expect(await screen.findByText("Your account cannot be deleted from here")).not.toBeNull();
  expect(screen.queryByRole("button")).toBeNull();
});

test("who has asked for it sees when, and keeps the account", async () => {
  vi.spyOn(Date, "now").mockReturnValue(NOW);
  server
    .on("GET me/access", { ...allowed, deletionRequested: true })
    .on("GET me/deletion", pending)
    .on("DELETE me/deletion", new Answered(204));
  show();

  expect(await screen.findByText(/It will be deleted on November 29, 2026/)).not.toBeNull();
  expect(screen.queryByRole("button", { name: "Delete my account" })).toBeNull();
  expect(screen.getByRole("button", { name: "Keep my account" }).className).toContain("pf-m-secondary");
  await userEvent.click(screen.getByRole("button", { name: "Keep my account" }));

  expect(await screen.findByText("Your account stays")).not.toBeNull();
  expect(screen.getByRole("button", { name: "Delete my account" }).className).toContain("pf-m-danger");
  expect(document.activeElement?.className).toBe("agreements-start");
});

test("who has asked for nothing is not looked for", async () => {
  show();

  expect(await screen.findByRole("button", { name: "Delete my account" })).not.toBeNull();
  expect(server.requests("GET me/deletion")).toHaveLength(0);
});

test("a date that has come is not spoken of as one ahead", async () => {
  server
    .on("GET me/access", { ...allowed, deletionRequested: true })
    .on("GET me/deletion", { ...pending, dueAt: Date.now() - 1000 });
  show();

  expect(await screen.findByText("It will be deleted within a few minutes.")).not.toBeNull();
  expect(screen.queryByText(/It will be deleted on/)).toBeNull();
});

test("a request that is held has no date", async () => {
  server.on("GET me/access", { ...allowed, deletionRequested: true }).on("GET me/deletion", { ...pending, held: true });
  show();

  expect(await screen.findByText(/until a matter is settled/)).not.toBeNull();
  expect(screen.queryByText(/It will be deleted on/)).toBeNull();
});

test("a request that was gone already is no error", async () => {
  server
    .on("GET me/access", { ...allowed, deletionRequested: true })
    .on("GET me/deletion", pending)
    .on("DELETE me/deletion", refused(404, "None."));
  show();

  await userEvent.click(await screen.findByRole("button", { name: "Keep my account" }));

  expect(await screen.findByText(/The request was no longer there/)).not.toBeNull();
});

test("a refusal to keep the account is told", async () => {
  server
    .on("GET me/access", { ...allowed, deletionRequested: true })
    .on("GET me/deletion", pending)
    .on("DELETE me/deletion", refused(403, "Not you."));
  show();

  await userEvent.click(await screen.findByRole("button", { name: "Keep my account" }));

  expect(await screen.findByText("Not you.")).not.toBeNull();
  await waitFor(() => expect(screen.getByRole("button", { name: "Keep my account" }).matches(":disabled")).toBe(false));
});
