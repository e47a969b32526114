import { fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test } from "vitest";
import type { Disclosure } from "../../../main/typescript/api";
import { DisclosuresView } from "../../../main/typescript/disclosure";
import { FakeServer, refused } from "../support/fakeServer";
import { everything } from "../support/samples";
import { viewProps } from "../support/viewProps";

const REGISTER = "POST disclosures";

const entry: Disclosure = {
  id: "d-1",
  recipient: "Court of Haidian",
  ground: "LAW",
  data: ["name", "telephone number"],
  disclosedAt: Date.now(),
  reference: "4711",
  notBefore: Date.now(),
  silenceGround: "Article 35",
  registeredAt: Date.now(),
  registeredBy: "a-1",
  administrator: "carla",
  users: 2,
  told: 0,
};

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer().on("GET access", everything).on("GET disclosures", [entry]);
});

const show = () => render(<DisclosuresView {...viewProps} />);
const open = async () => {
  await userEvent.click(await screen.findByRole("button", { name: "Register a disclosure" }));
  return within(await screen.findByRole("dialog"));
};

describe("the register", () => {
  test("says who got which data, why, and when users are told", async () => {
    show();
    const row = within((await screen.findByText("Court of Haidian")).closest("tr")!);

    expect(row.getByText("4711")).toBeTruthy();
    expect(row.getByText("Law or authority")).toBeTruthy();
    expect(row.getByText("name, telephone number")).toBeTruthy();
    expect(row.getByText(/^from .*: Article 35$/)).toBeTruthy();
    expect(row.getByText(/^by carla, /)).toBeTruthy();
  });

  test.each([
    [0, "at once"],
    [1, "1 of 2 so far"],
    [2, "yes"],
  ])("says how many have been told: %s of two", async (told, said) => {
    const { notBefore: _notBefore, silenceGround: _silenceGround, ...open } = entry;
    server.on("GET disclosures", [{ ...open, told }]);
    show();
    const row = within((await screen.findByText("Court of Haidian")).closest("tr")!);

    expect(row.getByText(said)).toBeTruthy();
  });

  test("asks for those of one ground", async () => {
    show();
    await screen.findByText("Court of Haidian");
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Ground" }), "EMERGENCY");

    expect(server.requests("GET disclosures?ground=EMERGENCY&max=21")).toHaveLength(1);
  });

  test("has nothing to register with for who may not manage users", async () => {
    server.on("GET access", { ...everything, manageUsers: false });
    show();
    await screen.findByText("Court of Haidian");

    expect(screen.queryByRole("button", { name: "Register a disclosure" })).toBeNull();
  });
});

describe("an entry that was wrong", () => {
  const CORRECT = "POST disclosures/d-1/corrections";

  test("is corrected by another that begins as it was", async () => {
    server.on(CORRECT, { ...entry, id: "d-2", corrects: "d-1" });
    show();
    await userEvent.click(await screen.findByRole("button", { name: "Correct: Court of Haidian" }));
    const dialog = within(await screen.findByRole("dialog"));
    expect(dialog.queryByLabelText(/^User names or ids/)).toBeNull();
    const recipient = dialog.getByLabelText<HTMLInputElement>(/^Recipient/);
    expect(recipient.value).toBe("Court of Haidian");
    await userEvent.clear(recipient);
    await userEvent.type(recipient, "Court of Chaoyang");
    await userEvent.click(dialog.getByRole("button", { name: "Correct" }));

    expect(await screen.findByText("The entry is corrected")).toBeTruthy();
    expect(server.requests(CORRECT)[0]?.body).toMatchObject({
      recipient: "Court of Chaoyang",
      ground: "LAW",
      data: ["name", "telephone number"],
      reference: "4711",
      silenceGround: "Article 35",
    });
    expect(server.requests(CORRECT)[0]?.body).not.toHaveProperty("userIds");
  });

  test("stays in the register with a word that it was corrected, and is not corrected twice", async () => {
    server.on("GET disclosures", [
      { ...entry, id: "d-2", recipient: "Court of Chaoyang", corrects: "d-1" },
      { ...entry, correctedBy: "d-2" },
    ]);
    show();
    const right = within((await screen.findByText("Court of Chaoyang")).closest("tr")!);
    const wrong = within(screen.getByText("Court of Haidian").closest("tr")!);

    expect(right.getByText("Corrects an earlier entry")).toBeTruthy();
    expect(right.getByRole("button", { name: "Correct: Court of Chaoyang" })).toBeTruthy();
    expect(wrong.getByText("Corrected since")).toBeTruthy();
    expect(wrong.queryByRole("button")).toBeNull();
  });

  test("cannot be corrected by who may only look", async () => {
    server.on("GET access", { ...everything, manageUsers: false });
    show();
    await screen.findByText("Court of Haidian");

    expect(screen.queryByRole("button", { name: /^Correct/ })).toBeNull();
  });
});

describe("registering", () => {
  const fill = async (dialog: Awaited<ReturnType<typeof open>>) => {
    await userEvent.type(dialog.getByLabelText(/^User names or ids/), "u-1{Enter}u-2");
    await userEvent.type(dialog.getByLabelText(/^Recipient/), "Bureau");
    await userEvent.type(dialog.getByLabelText(/^Data/), "name");
  };
  const act = (dialog: Awaited<ReturnType<typeof open>>) =>
    dialog.getByRole<HTMLButtonElement>("button", { name: "Register" });

  test("takes a case with several users", async () => {
    server.on(REGISTER, entry);
    show();
    const dialog = await open();
    expect(act(dialog).disabled).toBe(true);
    await fill(dialog);
    await userEvent.click(act(dialog));

    expect(await screen.findByText("The disclosure is registered")).toBeTruthy();
    expect(server.requests(REGISTER)[0]?.body).toMatchObject({
      userIds: ["u-1", "u-2"],
      recipient: "Bureau",
      ground: "LAW",
      data: ["name"],
    });
  });

  test("asks for the legal ground where users are not to be told at once", async () => {
    show();
    const dialog = await open();
    await fill(dialog);
    fireEvent.change(dialog.getByLabelText(/^Not to be told before/), { target: { value: "2099-01-01T00:00" } });
    expect(act(dialog).disabled).toBe(true);
    await userEvent.type(dialog.getByLabelText(/^Legal ground/), "Article 35");

    expect(act(dialog).disabled).toBe(false);
  });

  test("says at the field whom the server does not know, in the words of the page", async () => {
    server.on(REGISTER, refused(400, "userIds: there is no user u-2"));
    show();
    const dialog = await open();
    await fill(dialog);
    await userEvent.click(act(dialog));

    expect(await dialog.findByText(/^No user has this name or id: .*u-2/)).toBeTruthy();
  });
});
