import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { FakeServer, refused } from "../../support/fakeServer";
import { agreement, draft, everything, outline, version } from "../../support/samples";
import { open } from "../support";

const PUBLISH = "POST terms/versions/2/publish";

function server() {
  return new FakeServer()
    .on("GET access", everything)
    .on("GET terms", agreement())
    .on("GET terms/versions/2/outlines", { texts: { en: outline(), "zh-Hans": outline() } })
    .on("GET terms/versions/2/reach?material=true", { users: 1234, exact: true })
    .on("GET terms/versions/2/reach?material=false", { users: 0, exact: true })
    .on(PUBLISH, version({ number: 2 }));
}

async function openDialog() {
  const opened = open({ agreement: "terms", tab: "versions" });
  await opened.user.click(await screen.findByRole("button", { name: "Publish version 2" }));
  const dialog = await screen.findByRole("dialog", { name: "Publish version 2" });
  return { ...opened, dialog: within(dialog) };
}

describe("publishing", () => {
  test("for now sends no times, but what was read", async () => {
    const asked = server();
    const { user, dialog } = await openDialog();

    await user.click(dialog.getByRole("button", { name: "Publish" }));

    expect(asked.requests(PUBLISH)[0]!.body).toEqual({ edits: 5, material: true });
    expect(await screen.findByText("Version 2 published")).toBeTruthy();
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(asked.requests("GET terms").length).toBeGreaterThan(1);
  });

  test("at a time sends the moment it is in the zone of the browser, which is named", async () => {
    const asked = server();
    const { user, dialog } = await openDialog();

    await user.selectOptions(dialog.getByLabelText("Enforced"), "At a time");
    const time = dialog.getByLabelText("Enforced: date and time");
    await user.clear(time);
    await user.type(time, "2027-01-02T03:04");
    expect(dialog.getByText(/time zone of this browser/)).toBeTruthy();
    await user.click(dialog.getByRole("button", { name: "Publish" }));

    expect(asked.requests(PUBLISH)[0]!.body).toEqual({
      edits: 5,
      material: true,
      enforcedAt: new Date(2027, 0, 2, 3, 4).getTime(),
    });
  });

  test("is not possible at no time", async () => {
    server();
    const { user, dialog } = await openDialog();

    await user.selectOptions(dialog.getByLabelText("Effective"), "At a time");
    await user.clear(dialog.getByLabelText("Effective: date and time"));

    expect(dialog.getByRole<HTMLButtonElement>("button", { name: "Publish" }).disabled).toBe(true);
  });

  test("says how many users will be asked, and that it depends on being material", async () => {
    server();
    const { user, dialog } = await openDialog();
    expect(await dialog.findByText("1,234 users will be asked.")).toBeTruthy();

    await user.click(dialog.getByRole("checkbox", { name: /asked again/ }));

    expect(await dialog.findByText("Nobody will be asked.")).toBeTruthy();
  });

  test("says at most how many where not everybody is the audience", async () => {
    server().on("GET terms/versions/2/reach?material=true", { users: 7, exact: false });
    const { dialog } = await openDialog();

    expect(await dialog.findByText(/^At most 7 users/)).toBeTruthy();
  });

  test("does not count users for who may not see them", async () => {
    const asked = server().on("GET access", { ...everything, queryUsers: false });
    const { dialog } = await openDialog();

    expect(dialog.getByText(/not allowed to see how many/)).toBeTruthy();
    expect(asked.received.filter(({ path }) => path.includes("reach"))).toHaveLength(0);
  });

  test("of languages that differ takes a reason, and not without one", async () => {
    const asked = server().on("GET terms/versions/2/outlines", {
      texts: { en: outline({ articles: [] }), "zh-Hans": outline() },
      difference: { kind: "COUNT", articles: { en: "none", "zh-Hans": "1 (1)" } },
    });
    const { user, dialog } = await openDialog();
    expect(await dialog.findByRole("grid", { name: "Articles of each language" })).toBeTruthy();
    expect(dialog.getByText(/do not have as many articles/)).toBeTruthy();
    expect(dialog.getByRole<HTMLButtonElement>("button", { name: "Publish" }).disabled).toBe(true);

    await user.type(dialog.getByLabelText(/^Why the languages differ/), " A summary in English. ");
    await user.click(dialog.getByRole("button", { name: "Publish" }));

    expect(asked.requests(PUBLISH)[0]!.body).toEqual({
      edits: 5,
      material: true,
      articlesDiffer: "A summary in English.",
    });
  });

  test("of languages that number their articles otherwise says which one, in each", async () => {
    server().on("GET terms/versions/2/outlines", {
      texts: { en: outline(), "zh-Hans": outline() },
      difference: { kind: "NUMBER", place: 1, articles: { en: "Article 2", "zh-Hans": "第一条" } },
    });
    const { dialog } = await openDialog();

    const said = await dialog.findByText(/^Article 1 in order/, { ignore: "label" });
    expect(said.textContent).toContain("Article 2 (English), 第一条 (Simplified Chinese)");
    expect(dialog.queryByText("Agree")).toBeNull();
  });

  test("of languages that came to differ meanwhile offers to give a reason after the refusal", async () => {
    const asked = server().on(PUBLISH, refused(400, "Its languages differ in the articles that were recognised."));
    const { user, dialog } = await openDialog();
    expect(dialog.queryByLabelText(/^Why the languages differ/)).toBeNull();
    asked.on("GET terms/versions/2/outlines", {
      texts: {},
      difference: { kind: "COUNT", articles: { en: "none", "zh-Hans": "1 (1)" } },
    });

    await user.click(dialog.getByRole("button", { name: "Publish" }));

    expect(await dialog.findByLabelText(/^Why the languages differ/)).toBeTruthy();
  });

  test("that is refused leaves the dialog open with the reason", async () => {
    server().on(PUBLISH, refused(400, "The text in zh-Hans is missing."));
    const { user, dialog } = await openDialog();

    await user.click(dialog.getByRole("button", { name: "Publish" }));

    expect(await dialog.findByText("The text in zh-Hans is missing.")).toBeTruthy();
    expect(dialog.getByRole<HTMLButtonElement>("button", { name: "Publish" }).disabled).toBe(false);
  });
});

describe("what can be done with a version", () => {
  test("depends on its life", async () => {
    server().on(
      "GET terms",
      agreement({
        versions: [draft({ number: 4 }), version({ number: 3, state: "RETRACTED", retractedAt: 1 }), version()],
      }),
    );
    open({ agreement: "terms" });

    const actions = (await screen.findAllByRole("row")).map((row) =>
      within(row)
        .queryAllByRole("button")
        .map((button) => button.textContent),
    );

    expect(actions).toEqual([
      [],
      ["Publish", "Edit", "Delete"],
      ["Evidence"],
      ["Tell users by mail", "Retract", "Evidence"],
    ]);
  });

  test("is nothing for who may only look", async () => {
    server().on("GET access", { ...everything, manageRealm: false, viewEvents: false });
    open({ agreement: "terms" });

    const table = await screen.findByRole("grid", { name: "Versions" });

    expect(within(table).queryAllByRole("button")).toHaveLength(0);
    expect(screen.queryByRole("button", { name: "New version" })).toBeNull();
  });

  test("a new version begins with the texts of the newest", async () => {
    const asked = server().on("POST terms/versions", draft({ number: 3 }));
    const { user, go } = open({ agreement: "terms" });
    await user.click(await screen.findByRole("button", { name: "New version" }));
    const dialog = within(await screen.findByRole("dialog"));

    await user.type(dialog.getByLabelText("Label"), "2026-12");
    await user.click(dialog.getByRole("button", { name: "New version" }));

    expect(asked.requests("POST terms/versions")[0]!.body).toEqual({
      label: "2026-12",
      material: true,
      acceptance: "EXPLICIT",
      readToEnd: false,
      copyTextsOf: 2,
    });
    expect(go).toHaveBeenCalledWith({ agreement: "terms", tab: "text", version: 3 });
  });

  test("retracting sends what was read", async () => {
    const asked = server().on("POST terms/versions/1/retract", version({ state: "RETRACTED" }));
    const { user } = open({ agreement: "terms" });
    await user.click(await screen.findByRole("button", { name: "Retract version 1" }));

    await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Retract" }));

    expect(asked.requests("POST terms/versions/1/retract")[0]!.body).toEqual({ edits: 1 });
  });
});
