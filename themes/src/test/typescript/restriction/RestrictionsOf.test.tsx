import { fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { View } from "../../../main/typescript/common";
import { RestrictionsOf } from "../../../main/typescript/restriction";
import { FakeServer, refused } from "../support/fakeServer";
import { everything, NOW } from "../support/samples";
import { viewProps } from "../support/viewProps";
import { suspension } from "./samples";

const IMPOSE = "POST restrictions";

let server: FakeServer;
const onChanged = vi.fn();

beforeEach(() => {
  onChanged.mockClear();
  server = new FakeServer()
    .on("GET access", everything)
    .on("GET restrictions", [])
    .on("GET restrictions/barred-names", [])
    .on("GET restrictions/barrable-names", ["USERNAME", "EMAIL"]);
});

const show = () =>
  render(
    <View {...viewProps}>
      <RestrictionsOf user={{ id: "u-1", name: "ann" }} onChanged={onChanged} />
    </View>,
  );
const open = async () => {
  await userEvent.click(await screen.findByRole("button", { name: "Impose something" }));
  return within(await screen.findByRole("dialog"));
};
type Opened = Awaited<ReturnType<typeof open>>;
const button = (dialog: Opened, name: string) => dialog.getByRole<HTMLButtonElement>("button", { name });
const state = async (dialog: Opened) => {
  await userEvent.click(dialog.getByLabelText(/^Insult or defamation/));
  await userEvent.type(dialog.getByLabelText(/^What happened/), "An insult.");
  await userEvent.type(dialog.getByLabelText(/^Article relied on/), "Article 4 (8)");
};

describe("what is imposed on a user", () => {
  test("is asked for of that user, and listed without the name", async () => {
    server.on("GET restrictions", [suspension()]);
    show();

    expect(await screen.findByText("The nickname insults another user.")).toBeTruthy();
    expect(screen.queryByText("ann")).toBeNull();
    expect(server.requests("GET restrictions?user=u-1&max=11")).toHaveLength(1);
  });

  test("is nothing to whoever may not see it", async () => {
    server.on("GET restrictions", refused(403, "HTTP 403 Forbidden"));
    const { container } = show();
    await vi.waitFor(() => expect(server.requests("GET restrictions?user=u-1&max=11")).toHaveLength(1));

    await vi.waitFor(() => expect(container.textContent).toBe(""));
  });

  test("says that the account has what was to be kept from being registered again", async () => {
    server.on("GET restrictions/barred-names", [{ kind: "EMAIL", restriction: "r-9", until: NOW }]);
    show();

    expect(await screen.findByText("This account has what is kept from being registered again")).toBeTruthy();
    expect(screen.getByText(/^Email address, until /)).toBeTruthy();
  });
});

describe("imposing", () => {
  test("offers the nine kinds of content and four other grounds, and takes nothing without one", async () => {
    show();
    const dialog = await open();
    await userEvent.click(dialog.getByLabelText(/^Suspension/));

    expect(
      within(dialog.getByRole("group", { name: "Grounds: forbidden content" })).getAllByRole("checkbox"),
    ).toHaveLength(9);
    expect(within(dialog.getByRole("group", { name: "Other grounds" })).getAllByRole("checkbox")).toHaveLength(4);
    await userEvent.type(dialog.getByLabelText(/^What happened/), "An insult.");
    await userEvent.type(dialog.getByLabelText(/^Article relied on/), "Article 4 (8)");
    expect(button(dialog, "Suspend").disabled).toBe(true);
  });

  test("suspends, once it was said what the user will see and which mail goes out", async () => {
    server.on(IMPOSE, suspension());
    show();
    const dialog = await open();
    await userEvent.click(dialog.getByLabelText(/^Suspension/));
    await state(dialog);
    expect(dialog.getByText(/^All sessions of the user end at once/)).toBeTruthy();
    expect(dialog.getByText(/^After the password the user sees why/)).toBeTruthy();
    expect(dialog.getByText(/^A mail with these reasons/)).toBeTruthy();
    await userEvent.click(button(dialog, "Suspend"));

    expect(await screen.findByText("ann is suspended")).toBeTruthy();
    expect(server.requests(IMPOSE)[0]?.body).toEqual({
      userId: "u-1",
      kind: "SUSPENSION",
      grounds: ["DEFAMATION"],
      facts: "An insult.",
      article: "Article 4 (8)",
    });
    expect(onChanged).toHaveBeenCalled();
  });

  test("gives notice with a date and what is to be corrected", async () => {
    server.on(IMPOSE, suspension({ kind: "NOTICE", effect: "NOTIFIED" }));
    show();
    const dialog = await open();
    await state(dialog);
    expect(button(dialog, "Give notice").disabled).toBe(true);
    fireEvent.change(dialog.getByLabelText(/^To be corrected by/), { target: { value: "2001-01-01T00:00" } });
    expect(dialog.getByText("This lies in the past.")).toBeTruthy();
    fireEvent.change(dialog.getByLabelText(/^To be corrected by/), { target: { value: "2099-01-01T00:00" } });
    await userEvent.type(dialog.getByLabelText(/^Attribute to correct/), "lastName");
    await userEvent.click(button(dialog, "Give notice"));

    expect(await screen.findByText("ann has been given notice")).toBeTruthy();
    expect(server.requests(IMPOSE)[0]?.body).toMatchObject({
      kind: "NOTICE",
      until: Date.UTC(2098, 11, 31, 16),
      attribute: "lastName",
    });
  });

  test("closes an account with what is not to be registered again, and says that it is for good", async () => {
    server.on(IMPOSE, suspension({ kind: "TERMINATION", effect: "TERMINATED" }));
    show();
    const dialog = await open();
    await userEvent.click(dialog.getByLabelText(/^Closing of the account/));
    await state(dialog);
    expect(dialog.getByText("The account is closed. The user cannot take that back.")).toBeTruthy();
    expect(dialog.queryByLabelText(/^Attribute/)).toBeNull();
    await userEvent.click(await dialog.findByLabelText("Email address"));
    expect(dialog.queryByLabelText("Telephone number")).toBeNull();
    expect(dialog.getByText(/^What is ticked above cannot be registered/)).toBeTruthy();
    fireEvent.change(dialog.getByLabelText(/^Until/), { target: { value: "2099-01-01T00:00" } });
    await userEvent.click(button(dialog, "Close account"));

    expect(await screen.findByText("The account of ann is closed")).toBeTruthy();
    expect(server.requests(IMPOSE)[0]?.body).toMatchObject({
      kind: "TERMINATION",
      barred: ["EMAIL"],
      barredUntil: Date.UTC(2098, 11, 31, 16),
    });
  });

  test("says at the field that the profile has no such attribute, in the words of the page", async () => {
    server.on(IMPOSE, refused(400, "attribute must be one of the realm's user profile"));
    show();
    const dialog = await open();
    await state(dialog);
    fireEvent.change(dialog.getByLabelText(/^To be corrected by/), { target: { value: "2099-01-01T00:00" } });
    await userEvent.type(dialog.getByLabelText(/^Attribute/), "nosuch");
    await userEvent.click(button(dialog, "Give notice"));

    expect(await dialog.findByText("The user profile of the realm has no such attribute.")).toBeTruthy();
  });

  test("says at the field what the server does not take", async () => {
    server.on(IMPOSE, refused(400, "article must be given"));
    show();
    const dialog = await open();
    await userEvent.click(dialog.getByLabelText(/^Suspension/));
    await state(dialog);
    await userEvent.click(button(dialog, "Suspend"));

    const said = await dialog.findByText("article must be given");
    expect(dialog.getByLabelText(/^Article relied on/).getAttribute("aria-describedby")).toBe(said.closest("[id]")?.id);
    expect(dialog.getByLabelText(/^Article relied on/).getAttribute("aria-invalid")).toBe("true");
  });

  test("says above the fields what is about none of them", async () => {
    server.on(IMPOSE, refused(409, "The account is being closed already."));
    show();
    const dialog = await open();
    await userEvent.click(dialog.getByLabelText(/^Suspension/));
    await state(dialog);
    await userEvent.click(button(dialog, "Suspend"));

    expect(await dialog.findByText(/being closed already/)).toBeTruthy();
  });
});
