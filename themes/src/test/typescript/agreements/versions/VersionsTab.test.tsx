import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { FakeServer } from "../../support/fakeServer";
import { agreement, everything } from "../../support/samples";
import { open } from "../support";

async function columns(requirement: "REQUIRED" | "OPTIONAL" | "ACKNOWLEDGEMENT") {
  new FakeServer().on("GET access", everything).on("GET terms", agreement({ requirement }));
  open({ agreement: "terms", tab: "versions" });
  return (await screen.findAllByRole("columnheader")).map(({ textContent }) => textContent);
}

test("what is required has a date from which nobody goes on without it", async () => {
  expect(await columns("REQUIRED")).toContain("Enforced");
});

test("nobody has to agree to what is optional by any day", async () => {
  const shown = await columns("OPTIONAL");

  expect(shown).toContain("Effective");
  expect(shown).not.toContain("Enforced");
});
