import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { View } from "../../../main/typescript/common";
import { HoldsInForce, HoldsOf } from "../../../main/typescript/hold";
import { FakeServer, refused } from "../support/fakeServer";
import { everything, NOW } from "../support/samples";
import { viewProps } from "../support/viewProps";

const hold = {
  id: "h1",
  userId: "id-1",
  username: "nadia",
  reason: "Lawsuit 4711.",
  placedBy: "id-9",
  administrator: "bob",
  placedAt: NOW,
};

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer().on("GET access", everything).on("GET holds", []);
});

const show = () =>
  render(
    <View {...viewProps}>
      <HoldsOf subject={{ userId: "id-1", name: "nadia" }} />
    </View>,
  );

test("a hold is placed with a reason, and with a date that lies ahead or none", async () => {
  server.on("POST holds", hold);
  show();
  await userEvent.click(await screen.findByRole("button", { name: "Place a legal hold" }));
  const dialog = within(screen.getByRole("dialog"));
  const place = dialog.getByRole("button", { name: "Place hold" });
  expect(place.hasAttribute("disabled")).toBe(true);
  await userEvent.type(dialog.getByLabelText(/Reason/), " Lawsuit 4711. ");
  expect(place.hasAttribute("disabled")).toBe(false);
  await userEvent.type(dialog.getByLabelText(/Ends on/), "2001-01-01T00:00");
  expect(dialog.getByText("This lies in the past.")).toBeTruthy();
  expect(place.hasAttribute("disabled")).toBe(true);
  await userEvent.clear(dialog.getByLabelText(/Ends on/));
  await userEvent.click(place);

  await waitFor(() => expect(server.requests("POST holds")).toHaveLength(1));
  expect(server.requests("POST holds")[0]!.body).toEqual({ userId: "id-1", reason: "Lawsuit 4711." });
});

test("a hold says why, by whom and until when, and is lifted after a question", async () => {
  server.on("GET holds", [hold]).on("DELETE holds/h1", { ...hold, endedAt: NOW });
  show();
  expect(await screen.findByText("Lawsuit 4711.")).toBeTruthy();
  expect(screen.getByText(/^by bob/)).toBeTruthy();
  expect(screen.getByText("When somebody lifts it")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Lift hold: Records of the user nadia" }));
  const dialog = within(screen.getByRole("dialog"));
  expect(dialog.getByText(/erased for good/)).toBeTruthy();
  await userEvent.click(dialog.getByRole("button", { name: "Lift hold" }));

  await waitFor(() => expect(server.requests("DELETE holds/h1")).toHaveLength(1));
});

test("who may not decide sees no buttons, and who may not look sees nothing", async () => {
  server.on("GET access", { ...everything, manageUsers: false }).on("GET holds", [hold]);
  const { unmount } = show();
  expect(await screen.findByText("Lawsuit 4711.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /hold/i })).toBeNull();
  unmount();

  server.on("GET holds", refused(403, "HTTP 403 Forbidden"));
  show();
  await waitFor(() => expect(screen.queryByText("Legal hold")).toBeNull());
});

test("above the ledger are all that are in force, and nothing where there are none", async () => {
  server.on("GET holds", [hold, { ...hold, id: "h2", userId: undefined, username: undefined, agreement: "terms" }]);
  render(
    <View {...viewProps}>
      <HoldsInForce />
    </View>,
  );
  expect(await screen.findByText("Records of the user nadia")).toBeTruthy();
  expect(screen.getByText("Records on the agreement terms")).toBeTruthy();
  expect(server.requests("GET holds?active=true&first=0&max=11")).toHaveLength(1);
});
