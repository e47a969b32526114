import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { RestrictionsView } from "../../../main/typescript/restriction";
import { FakeServer, type Received, refused } from "../support/fakeServer";
import { everything, NOW } from "../support/samples";
import { viewProps } from "../support/viewProps";
import { appealed, suspension } from "./samples";

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer()
    .on("GET access", everything)
    .on("GET restrictions", ({ path }: Received) => (path.includes("appealed=true") ? [appealed()] : [suspension()]));
});

const show = (props: Partial<Parameters<typeof RestrictionsView>[0]> = {}) =>
  render(<RestrictionsView {...viewProps} {...props} />);

const cardOf = async (text: string) => within((await screen.findByText(text)).closest("li")!);

describe("the list", () => {
  test("has the appeals that wait in front, and all others behind", async () => {
    show();
    await screen.findByText("ann");

    const text = document.body.textContent;
    expect(text.indexOf("Appeals that wait for an answer")).toBeLessThan(text.indexOf("It was not me."));
    expect(text.indexOf("It was not me.")).toBeLessThan(text.indexOf("All others"));
    expect(text.indexOf("All others")).toBeLessThan(text.indexOf("ann"));
  });

  test("says what, why, since when and by whom in words", async () => {
    show();
    const card = await cardOf("ann");

    expect(card.getByText("Suspension")).toBeTruthy();
    expect(card.getByText("Suspended")).toBeTruthy();
    expect(card.getByText(/^Insult or defamation/)).toBeTruthy();
    expect(card.getByText("The nickname insults another user.")).toBeTruthy();
    expect(card.getByText("Article 4 (8)")).toBeTruthy();
    expect(card.getByText(/^by carla, /)).toBeTruthy();
    expect(card.getByText("when somebody lifts it")).toBeTruthy();
  });

  test("asks for those of one kind and state, from the beginning", async () => {
    show();
    await screen.findByText("ann");
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Kind" }), "TERMINATION");
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "State" }), "ended");

    for (const waiting of [true, false]) {
      expect(
        server.requests(`GET restrictions?kind=TERMINATION&active=false&appealed=${String(waiting)}&max=11`),
      ).toHaveLength(1);
    }
  });

  test("leads to the page of a user", async () => {
    const onUser = vi.fn();
    show({ onUser });
    await userEvent.click(await screen.findByRole("button", { name: "bea" }));

    expect(onUser).toHaveBeenCalledWith("u-1");
  });

  test("has nothing to do for who may not manage users", async () => {
    server.on("GET access", { ...everything, manageUsers: false });
    show();
    await screen.findByText("ann");

    expect(screen.queryByRole("button", { name: /^Lift|^Answer/ })).toBeNull();
  });

  test("says how one is over, and offers nothing for it", async () => {
    server.on("GET restrictions", ({ path }: Received) =>
      path.includes("appealed=true")
        ? []
        : [suspension({ effect: "NONE", endedAt: NOW, ending: "LIFTED" }), suspension({ id: "r-3", kind: "NOTICE" })],
    );
    show();

    expect(await screen.findByText(/^lifted /)).toBeTruthy();
    expect(screen.getByText("No appeal waits for an answer.")).toBeTruthy();
    expect(screen.getByText("Date missed: suspended")).toBeTruthy();
    expect(screen.getAllByRole("button", { name: /^Lift/ })).toHaveLength(1);
  });
});

describe("an appeal", () => {
  const ANSWER = "POST restrictions/r-2/answer";
  const open = async () => {
    await userEvent.click(await screen.findByRole("button", { name: "Answer the appeal: Suspension, bea" }));
    return within(await screen.findByRole("dialog"));
  };
  const act = (dialog: Awaited<ReturnType<typeof open>>) =>
    dialog.getByRole<HTMLButtonElement>("button", { name: "Send answer" });

  test("is answered with an outcome that nobody has chosen in advance, and reasons", async () => {
    server.on(ANSWER, appealed());
    show();
    const dialog = await open();
    expect(dialog.getByText("It was not me.")).toBeTruthy();
    expect(dialog.getAllByRole<HTMLInputElement>("radio").map(({ checked }) => checked)).toEqual([false, false]);
    await userEvent.type(dialog.getByLabelText(/^Reasons/), "We were wrong.");
    expect(act(dialog).disabled).toBe(true);
    await userEvent.click(dialog.getByLabelText(/^Uphold/));
    expect(dialog.getByText(/^A mail tells the user that it is over/)).toBeTruthy();
    await userEvent.click(act(dialog));

    expect(await screen.findByText("bea gets the answer by mail")).toBeTruthy();
    expect(server.requests(ANSWER)[0]?.body).toEqual({ outcome: "UPHELD", answer: "We were wrong." });
  });

  test("that was answered meanwhile cannot be answered again", async () => {
    server.on(ANSWER, refused(409, "There is no appeal that waits for an answer."));
    show();
    const dialog = await open();
    await userEvent.type(dialog.getByLabelText(/^Reasons/), "No.");
    await userEvent.click(dialog.getByLabelText(/^Reject/));
    await userEvent.click(act(dialog));

    expect(await dialog.findByText(/no appeal that waits/)).toBeTruthy();
    expect(act(dialog).disabled).toBe(true);
  });
});

describe("a restriction", () => {
  test("is changed as it was read", async () => {
    server.on("PUT restrictions/r-1", suspension());
    show();
    await userEvent.click(await screen.findByRole("button", { name: "Change: Suspension, ann" }));
    const dialog = within(await screen.findByRole("dialog"));
    await userEvent.type(dialog.getByLabelText(/^What happened/), " Twice.");
    await userEvent.click(dialog.getByRole("button", { name: "Change" }));

    expect(await screen.findByText("Changed, and ann gets a mail")).toBeTruthy();
    expect(server.requests("PUT restrictions/r-1")[0]?.body).toEqual({
      grounds: ["DEFAMATION"],
      facts: "The nickname insults another user. Twice.",
      article: "Article 4 (8)",
      edits: 2,
    });
  });

  test("is lifted once it was said what follows", async () => {
    server.on("DELETE restrictions/r-1", suspension());
    show();
    await userEvent.click(await screen.findByRole("button", { name: "Lift: Suspension, ann" }));
    const dialog = within(await screen.findByRole("dialog"));
    expect(dialog.getByText(/^The user can sign in again at once/)).toBeTruthy();
    expect(dialog.getByText(/^A mail tells the user/)).toBeTruthy();
    await userEvent.click(dialog.getByRole("button", { name: "Lift" }));

    expect(await screen.findByText("Lifted, and ann gets a mail")).toBeTruthy();
    expect(server.requests("DELETE restrictions/r-1")).toHaveLength(1);
  });
});
