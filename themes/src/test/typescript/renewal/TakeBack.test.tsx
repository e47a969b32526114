import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { View } from "../../../main/typescript/common";
import { TakeBack } from "../../../main/typescript/renewal";
import { Answered, FakeServer, refused } from "../support/fakeServer";
import { nothing } from "../support/samples";
import { viewProps } from "../support/viewProps";

const TAKE_BACK = "DELETE terms/renewal-requests/u-1";

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer().on("GET access", nothing).on(TAKE_BACK, new Answered(204));
});

const act = async (onTakenBack = vi.fn()) => {
  render(
    <View {...viewProps}>
      <TakeBack agreementKey="terms" title="Terms" user={{ id: "u-1", name: "ann" }} onTakenBack={onTakenBack} />
    </View>,
  );
  await userEvent.click(await screen.findByRole("button", { name: "Do not ask again: Terms" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText(/What ann accepted before is good again/)).toBeTruthy();
  expect(server.requests(TAKE_BACK)).toHaveLength(0);
  await userEvent.click(dialog.getByRole("button", { name: "Do not ask again" }));
  return { dialog, onTakenBack };
};

test("a request is taken back when that is confirmed", async () => {
  const { onTakenBack } = await act();

  expect(await screen.findByText("The user is not asked again")).toBeTruthy();
  expect(server.requests(TAKE_BACK)).toHaveLength(1);
  expect(onTakenBack).toHaveBeenCalledOnce();
});

test("what the server refuses is said in the dialog", async () => {
  server.on(TAKE_BACK, refused(404, "Nobody has the user u-1 asked again about terms."));
  const { dialog, onTakenBack } = await act();

  expect(await dialog.findByText(/Nobody has the user u-1 asked/)).toBeTruthy();
  expect(onTakenBack).not.toHaveBeenCalled();
});
