import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { View } from "../../../main/typescript/common";
import { AskAgain } from "../../../main/typescript/renewal";
import { FakeServer, refused } from "../support/fakeServer";
import { nothing } from "../support/samples";
import { viewProps } from "../support/viewProps";

const ASK = "POST terms/renewal-requests";

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer().on("GET access", nothing).on(ASK, { asked: ["u-1"], passedOver: ["u-2"] });
});

const show = (onAsked = vi.fn()) => {
  render(
    <View {...viewProps}>
      <AskAgain agreementKey="terms" title="Terms" userIds={["u-1", "u-2"]} onAsked={onAsked} />
    </View>,
  );
  return onAsked;
};
const open = async () => {
  await userEvent.click(await screen.findByRole("button", { name: "Ask these 2 users again" }));
  return within(await screen.findByRole("dialog"));
};

test("nobody is asked without a reason, and who is asked is told how many were passed over", async () => {
  const onAsked = show();
  const dialog = await open();
  const act = dialog.getByRole<HTMLButtonElement>("button", { name: "Ask again" });
  expect(act.disabled).toBe(true);
  await userEvent.type(dialog.getByLabelText(/Reason/), " It was illegible. ");
  await userEvent.click(act);

  expect(await screen.findByText(/1 user will be asked again – Passed over.*1/)).toBeTruthy();
  expect(server.requests(ASK)[0]?.body).toEqual({ userIds: ["u-1", "u-2"], reason: "It was illegible." });
  expect(onAsked).toHaveBeenCalledOnce();
});

test("what the server refuses is said in the dialog", async () => {
  server.on(ASK, refused(400, "The agreement terms is optional."));
  const onAsked = show();
  const dialog = await open();
  await userEvent.type(dialog.getByLabelText(/Reason/), "Why");
  await userEvent.click(dialog.getByRole("button", { name: "Ask again" }));

  expect(await dialog.findByText(/is optional/)).toBeTruthy();
  expect(onAsked).not.toHaveBeenCalled();
});
