import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { Answered, FakeServer, refused } from "../../support/fakeServer";
import { agreement, draft, everything } from "../../support/samples";
import { open } from "../support";

const PLACE = { agreement: "terms", tab: "settings" } as const;

const server = () =>
  new FakeServer()
    .on("GET access", everything)
    .on("GET terms", agreement())
    .on("PUT terms", agreement({ edits: 3 }));

describe("settings", () => {
  test("are saved with the edits they were read with", async () => {
    const asked = server();
    const { user } = open(PLACE);

    await user.type(await screen.findByLabelText("Ask again after days"), "365");
    await user.click(screen.getByRole("button", { name: "Save" }));

    expect(await screen.findByText("Settings saved")).toBeTruthy();
    expect(asked.requests("PUT terms")[0]!.body).toEqual({
      key: "terms",
      requirement: "REQUIRED",
      bindingLocale: "zh-Hans",
      position: 0,
      audience: { type: "EVERYBODY", names: [] },
      reacceptAfterDays: 365,
      edits: 2,
    });
  });

  test("warn of names that are of nothing there is", async () => {
    server().on("GET terms", agreement({ audience: { type: "CLIENTS", names: ["a", "b", "c"], missing: ["a", "c"] } }));
    open(PLACE);

    expect(await screen.findByText("Not a client of this realm: a, c. Renamed or deleted?")).toBeTruthy();
  });

  test("cannot be saved as long as they are wrong", async () => {
    server();
    const { user } = open(PLACE);

    await user.type(await screen.findByLabelText("Ask again after days"), "soon");

    expect(screen.getByText("A whole number, 1 or more.")).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Save" }).disabled).toBe(true);
  });

  test("that somebody else has changed are shown anew when asked for", async () => {
    const asked = server().on("PUT terms", refused(409, "Changed meanwhile."));
    const { user } = open(PLACE);
    await user.selectOptions(await screen.findByLabelText("Requirement"), "OPTIONAL");
    await user.click(screen.getByRole("button", { name: "Save" }));
    await screen.findByText("Somebody else has changed this");

    asked.on("GET terms", agreement({ edits: 7, position: 40 }));
    await user.click(screen.getByRole("button", { name: "Show what is there now" }));

    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>("Position").value).toBe("40"));
    expect(screen.getByLabelText<HTMLSelectElement>("Requirement").value).toBe("REQUIRED");
  });

  test("can only be looked at without the permission", async () => {
    server().on("GET access", { ...everything, manageRealm: false });
    open(PLACE);

    expect((await screen.findByLabelText<HTMLSelectElement>("Requirement")).disabled).toBe(true);
    expect(screen.queryByRole("button", { name: "Save" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Delete agreement" })).toBeNull();
  });
});

describe("deleting an agreement", () => {
  test("is not offered once a version was published", async () => {
    server();
    open(PLACE);

    expect(await screen.findByText(/cannot be deleted/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Delete agreement" })).toBeNull();
  });

  test("asks first and leads back to the list", async () => {
    server()
      .on("GET terms", agreement({ versions: [draft()] }))
      .on("DELETE terms", new Answered(204));
    const { user, go } = open(PLACE);
    await user.click(await screen.findByRole("button", { name: "Delete agreement" }));

    await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Delete" }));

    await waitFor(() => expect(go).toHaveBeenCalledWith({}));
  });
});
