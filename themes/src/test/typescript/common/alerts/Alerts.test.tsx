import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { ApiError } from "../../../../main/typescript/api";
import { Refusal, useAlerts, View } from "../../../../main/typescript/common";
import { FakeServer } from "../../support/fakeServer";
import { nothing } from "../../support/samples";
import { viewProps } from "../../support/viewProps";

function Buttons() {
  const { succeeded, failed } = useAlerts();
  return (
    <>
      <button onClick={() => succeeded("Saved")}>Good</button>
      <button onClick={() => failed("Not saved", new Error("It is locked"))}>Bad</button>
    </>
  );
}

test.each([
  ["Good", "Saved"],
  ["Bad", "Not saved"],
])("what came of it is announced: %s", async (button, words) => {
  new FakeServer().on("GET access", nothing);
  render(
    <View {...viewProps}>
      <Buttons />
    </View>,
  );
  await userEvent.click(await screen.findByRole("button", { name: button }));

  expect((await screen.findByRole("alert")).textContent).toContain(words);
});

test.each([
  { what: "a refusal", cause: new ApiError(409, "It is in force"), words: "It is in force" },
  { what: "that it is too soon", cause: new ApiError(429, "Too soon"), words: "Please wait" },
])("$what is announced", async ({ cause, words }) => {
  new FakeServer().on("GET access", nothing);
  render(
    <View {...viewProps}>
      <Refusal cause={cause} />
    </View>,
  );

  expect((await screen.findByRole("alert")).textContent).toContain(words);
});
