import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { DeletionRequest } from "../../../main/typescript/api";
import { DeletionRequestsView } from "../../../main/typescript/deletion";
import { Answered, FakeServer, refused } from "../support/fakeServer";
import { everything } from "../support/samples";
import { viewProps } from "../support/viewProps";

const DAY = 86_400_000;
const EXECUTE = "POST deletion-requests/u-ann/execute";
const HOLD = "PUT deletion-requests/u-ann/hold";

const request = (changes: Partial<DeletionRequest> = {}): DeletionRequest => ({
  userId: "u-ann",
  username: "ann",
  requestedAt: Date.now() - DAY,
  dueAt: Date.now() + 6 * DAY,
  cursor: "cursor-of-ann",
  ...changes,
});
const held = request({
  userId: "u-bob",
  username: "bob",
  hold: { reason: "An order is in dispute.", since: Date.now(), administratorId: "a-1", administrator: "carla" },
});

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer().on("GET access", everything).on("GET deletion-requests", [request(), held]);
});

const show = (props: Partial<Parameters<typeof DeletionRequestsView>[0]> = {}) =>
  render(<DeletionRequestsView {...viewProps} {...props} />);
const rowOf = async (username: string) => within((await screen.findByText(username)).closest("tr")!);
const press = async (name: string) => userEvent.click(await screen.findByRole("button", { name }));
const dialog = async () => within(await screen.findByRole("dialog"));

describe("the queue", () => {
  test("says who waits, and who is held since when, by whom and why", async () => {
    show();

    expect((await rowOf("ann")).getByText("Waiting")).toBeTruthy();
    const bob = await rowOf("bob");
    expect(bob.getByText("Held")).toBeTruthy();
    expect(bob.getByText("An order is in dispute.")).toBeTruthy();
    expect(bob.getByText(/^by carla since /)).toBeTruthy();
  });

  test("names an administrator without a name by id, and such a user too", async () => {
    const { username: _u, ...nameless } = held;
    server.on("GET deletion-requests", [{ ...nameless, hold: { ...held.hold!, administrator: undefined } }]);
    show();

    expect((await rowOf("u-bob")).getByText(/^by a-1 since/)).toBeTruthy();
  });

  test("says when a request is about to be carried out", async () => {
    server.on("GET deletion-requests", [request({ dueAt: Date.now() - 1 })]);
    show();

    expect((await rowOf("ann")).getByText("Due now")).toBeTruthy();
  });

  test("leads to the page of a user", async () => {
    const onUser = vi.fn();
    show({ onUser });
    await press("ann");

    expect(onUser).toHaveBeenCalledWith("u-ann");
  });

  test("can be paged through, and goes back when its last page has become empty", async () => {
    const many = Array.from({ length: 21 }, (_, n) => request({ userId: `u-${n}`, username: `user-${n}` }));
    server.on("GET deletion-requests", many).on("GET deletion-requests?after=cursor-of-ann&max=21", []);
    show();
    await screen.findByText("user-19");
    expect(screen.queryByText("user-20")).toBeNull();

    await press("Next page");

    expect(await screen.findByText("user-19")).toBeTruthy();
    expect(server.requests("GET deletion-requests?after=cursor-of-ann&max=21")).toHaveLength(1);
    expect(server.requests("GET deletion-requests?max=21")).toHaveLength(2);
  });

  test("says so when it is empty", async () => {
    server.on("GET deletion-requests", []);
    show();

    expect(await screen.findByText("Nobody wants an account deleted")).toBeTruthy();
  });

  test("is not shown to who may not see users", async () => {
    server.on("GET deletion-requests", refused(403, "HTTP 403 Forbidden"));
    show();

    expect(await screen.findByText("You are not allowed to see this")).toBeTruthy();
  });

  test("can only be looked at by who may not manage users", async () => {
    server.on("GET access", { ...everything, manageUsers: false });
    show();

    const ann = await rowOf("ann");
    expect(ann.queryAllByRole("button")).toHaveLength(0);
    expect(screen.queryByText("Actions")).toBeNull();
  });

  test("speaks Chinese", async () => {
    show({ locale: "zh_CN" });

    expect((await rowOf("bob")).getByRole("button", { name: "解除暂缓：bob" })).toBeTruthy();
    expect(screen.getByRole("heading", { name: "注销申请" })).toBeTruthy();
  });
});

describe("holding", () => {
  test("needs a reason, and sends it", async () => {
    server.on(HOLD, held);
    show();
    await press("Hold: ann");
    const asked = await dialog();
    expect(asked.getByRole<HTMLButtonElement>("button", { name: "Hold" }).disabled).toBe(true);

    await userEvent.type(asked.getByLabelText(/^Reason/), "  In dispute ");
    await userEvent.click(asked.getByRole("button", { name: "Hold" }));

    expect(await screen.findByText("The deletion of ann is held")).toBeTruthy();
    expect(server.requests(HOLD)[0]!.body).toEqual({ reason: "In dispute" });
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(server.requests("GET deletion-requests?max=21").length).toBeGreaterThan(1);
  });

  test("leaves the keyboard at the button that takes its place", async () => {
    let answer = request();
    server
      .on("GET deletion-requests", () => [answer])
      .on(HOLD, () => (answer = { ...held, ...request(), hold: held.hold! }));
    show();
    const hold = await screen.findByRole("button", { name: "Hold: ann" });
    await userEvent.click(hold);
    await userEvent.type((await dialog()).getByLabelText(/^Reason/), "x{Tab}{Enter}");

    expect(await screen.findByRole("button", { name: "Release: ann" })).toBe(hold);
  });

  test.each([
    [403, "You are not allowed to decide about this user's account."],
    [404, "There is no such request any more: the user has taken it back, or the account is deleted already."],
    [400, "reason has 2000 characters"],
    [500, "reason has 2000 characters"],
  ])("that is refused with %i says why, and keeps what was typed", async (status, words) => {
    server.on(HOLD, refused(status, "reason has 2000 characters"));
    show();
    await press("Hold: ann");
    const asked = await dialog();
    await userEvent.type(asked.getByLabelText(/^Reason/), "In dispute");
    await userEvent.click(asked.getByRole("button", { name: "Hold" }));

    expect(await asked.findByText(words)).toBeTruthy();
    expect(asked.getByLabelText<HTMLTextAreaElement>(/^Reason/).value).toBe("In dispute");
    expect(asked.getByRole<HTMLButtonElement>("button", { name: "Hold" }).disabled).toBe(status === 404);
  });
});

describe("releasing", () => {
  test("says when the account is then deleted", async () => {
    server.on("DELETE deletion-requests/u-bob/hold", request());
    show();
    await press("Release: bob");
    const asked = await dialog();
    expect(asked.getByText(/deleted when it is due/)).toBeTruthy();

    await userEvent.click(asked.getByRole("button", { name: "Release" }));

    expect(await screen.findByText("The deletion of bob is released")).toBeTruthy();
  });

  test("warns where it is due already", async () => {
    server.on("GET deletion-requests", [{ ...held, dueAt: Date.now() - DAY }]);
    show();
    await press("Release: bob");

    expect((await dialog()).getByText(/deleted for good within minutes/)).toBeTruthy();
  });
});

describe("carrying out", () => {
  test("names the user, says that it is for good, and reads the queue again", async () => {
    server.on(EXECUTE, new Answered(204));
    show();
    await press("Carry out now: ann");
    const asked = await dialog();
    expect(asked.getByText("The account of ann is deleted at once and for good.")).toBeTruthy();
    expect(asked.getAllByRole("button").map(({ textContent }) => textContent)).toEqual([
      "",
      "Cancel",
      "Delete account",
    ]);
    expect(asked.getByRole("button", { name: "Cancel" }).className).toContain("pf-m-secondary");
    expect(asked.getByRole("button", { name: "Delete account" }).className).toContain("pf-m-danger");
    expect(server.requests(EXECUTE)).toHaveLength(0);

    server.on("GET deletion-requests", [held]);
    await userEvent.click(asked.getByRole("button", { name: "Delete account" }));

    expect(await screen.findByText("The account of ann has been deleted")).toBeTruthy();
    expect(server.requests(EXECUTE)).toHaveLength(1);
    await vi.waitFor(() => expect(screen.queryByText("ann")).toBeNull());
  });

  test("that is left deletes nothing", async () => {
    show();
    await press("Carry out now: ann");
    await userEvent.click((await dialog()).getByRole("button", { name: "Cancel" }));

    expect(screen.queryByRole("dialog")).toBeNull();
    expect(server.requests(EXECUTE)).toHaveLength(0);
  });

  test("is not offered while the request is held", async () => {
    show();
    const bob = await rowOf("bob");

    expect(bob.getAllByRole("button").map(({ textContent }) => textContent)).toEqual(["Release"]);
  });

  test("of what somebody else has held meanwhile says so, and what is there now is shown afterwards", async () => {
    server.on(EXECUTE, refused(409, "The request is held."));
    show();
    await press("Carry out now: ann");
    const asked = await dialog();
    await userEvent.click(asked.getByRole("button", { name: "Delete account" }));
    expect(await asked.findByText(/no longer as it was shown. The server says: The request is held\./)).toBeTruthy();

    server.on("GET deletion-requests", [{ ...request(), hold: held.hold }]);
    await userEvent.click(asked.getByRole("button", { name: "Cancel" }));

    expect(await screen.findByRole("button", { name: "Release: ann" })).toBeTruthy();
  });
});
