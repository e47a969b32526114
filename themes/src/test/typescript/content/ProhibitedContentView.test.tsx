import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test } from "vitest";
import type { WordList } from "../../../main/typescript/api";
import { ProhibitedContentView } from "../../../main/typescript/content";
import { FakeServer, refused } from "../support/fakeServer";
import { everything } from "../support/samples";
import { viewProps } from "../support/viewProps";

const list: WordList = {
  content: "swindle",
  digest: "d1",
  entries: 1,
  entriesOfServer: 50_000,
  changedAt: Date.now(),
  changedBy: "a-1",
};

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer().on("GET access", everything).on("GET prohibited-content", list);
});

const show = () => render(<ProhibitedContentView {...viewProps} />);
const field = async () => screen.findByLabelText<HTMLTextAreaElement>("Words of this realm");

describe("the list of prohibited words", () => {
  test("is shown with how many words it has, and the server's own", async () => {
    show();

    expect((await field()).value).toBe("swindle");
    expect(screen.getByText(/1 word in this list\..*50,000 words, which counts besides\./)).toBeTruthy();
  });

  test("cannot be saved before it was changed, and is saved with the digest that was read", async () => {
    server.on("PUT prohibited-content", { ...list, content: "fraud", digest: "d2" });
    show();
    expect((await screen.findByRole<HTMLButtonElement>("button", { name: "Save" })).disabled).toBe(true);
    await userEvent.clear(await field());
    await userEvent.type(await field(), "fraud");
    await userEvent.click(screen.getByRole("button", { name: "Save" }));

    expect(await screen.findByText("The list is saved")).toBeTruthy();
    expect(server.requests("PUT prohibited-content")[0]?.body).toEqual({ content: "fraud", digest: "d1" });
  });

  test("says what to do where somebody else was faster", async () => {
    server.on("PUT prohibited-content", refused(409, "The list is another one by now. Read it again and repeat."));
    show();
    await userEvent.type(await field(), " more");
    await userEvent.click(screen.getByRole("button", { name: "Save" }));

    expect(await screen.findByText(/Somebody else has changed the list/)).toBeTruthy();
  });

  test("is only to be read for who may not manage the realm", async () => {
    server.on("GET access", { ...everything, manageRealm: false });
    show();

    expect((await field()).readOnly).toBe(true);
    expect(screen.queryByRole("button", { name: "Save" })).toBeNull();
  });

  test("tells whether a text would be refused, until another is typed", async () => {
    server.on("POST prohibited-content/trial", { text: "a swindle", prohibited: true, word: "*swindle*" });
    show();
    await userEvent.type(await screen.findByLabelText("What somebody might write"), "a swindle");
    await userEvent.click(screen.getByRole("button", { name: "Try" }));
    expect(await screen.findByText("This would be refused.")).toBeTruthy();
    expect(screen.getByText(/^Because of this word of the lists: .*\*swindle\*/)).toBeTruthy();

    await userEvent.type(screen.getByLabelText("What somebody might write"), "r");
    expect(screen.queryByText("This would be refused.")).toBeNull();
  });
});
