import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { templateIn } from "../../../../main/typescript/agreements/guide/template/templates";
import { FakeServer, refused } from "../../support/fakeServer";
import { agreement, draft, everything, outline, text, version } from "../../support/samples";
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

const described = (field: HTMLElement) => document.getElementById(field.getAttribute("aria-describedby")!)!.textContent;

const picture = (dialog: Awaited<ReturnType<typeof openDialog>>["dialog"]) =>
  dialog.getByRole("img", { name: "Timeline" }).querySelector("desc")!.textContent;

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

  test("at a time sends the moment it is in the zone of the realm, which is named beside the field", async () => {
    const asked = server();
    const { user, dialog } = await openDialog();

    await user.click(dialog.getByRole("radio", { name: "Let me set the times" }));
    await user.selectOptions(dialog.getByLabelText("Enforced"), "At a time");
    const time = dialog.getByLabelText("Enforced: date and time");
    await user.clear(time);
    await user.type(time, "2101-01-02T03:04");
    expect(described(time)).toBe("In the time zone of this realm, Asia/Shanghai.");
    await user.click(dialog.getByRole("button", { name: "Publish" }));

    expect(asked.requests(PUBLISH)[0]!.body).toEqual({
      edits: 5,
      material: true,
      enforcedAt: Date.UTC(2101, 0, 1, 19, 4),
    });
  });

  test("is not possible at no time", async () => {
    server();
    const { user, dialog } = await openDialog();

    await user.click(dialog.getByRole("radio", { name: "Let me set the times" }));
    await user.selectOptions(dialog.getByLabelText("Effective"), "At a time");
    await user.clear(dialog.getByLabelText("Effective: date and time"));

    expect(dialog.getByRole<HTMLButtonElement>("button", { name: "Publish" }).disabled).toBe(true);
    expect(dialog.queryByRole("img", { name: "Timeline" })).toBeNull();
  });

  test("says how many users will be asked, and that it depends on being material", async () => {
    server();
    const { user, dialog } = await openDialog();
    expect(await dialog.findByText("1,234 users will be asked.")).toBeTruthy();

    await user.click(dialog.getByRole("radio", { name: "Let me set the times" }));
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

  test("warns of texts that still have something of a template, and only of these", async () => {
    server()
      .on("GET terms/versions/2/texts/en", text({ content: `${templateIn("TERMS", "en")}\nMore.` }))
      .on(
        "GET terms/versions/2/texts/zh-Hans",
        text({ locale: "zh-Hans", content: "【年龄】须满18岁。您须年满【年龄】周岁。" }),
      );
    const { dialog } = await openDialog();

    const warning = (await dialog.findByText("This began as a template")).closest(".pf-v5-c-alert")!;
    expect([...warning.querySelectorAll("li")].map(({ textContent }) => textContent)).toEqual([
      "The text in English still says that it is a template. Have it reviewed, then take that line out.",
      expect.stringContaining("【年龄】"),
    ]);
    expect(dialog.getByRole<HTMLButtonElement>("button", { name: "Publish" }).disabled).toBe(false);
  });

  test("warns of no template where there is none", async () => {
    const asked = server()
      .on("GET terms/versions/2/texts/en", text({ content: "Ask [us](mailto:us@example.com)." }))
      .on("GET terms/versions/2/texts/zh-Hans", text({ locale: "zh-Hans", content: "联系我们。" }));
    const { dialog } = await openDialog();
    await vi.waitFor(() => expect(asked.requests("GET terms/versions/2/texts/zh-Hans")).toHaveLength(1));
    await dialog.findByText("1,234 users will be asked.");

    expect(dialog.queryByText("This began as a template")).toBeNull();
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

describe("what somebody means by publishing", () => {
  const announcement = () => screen.getByRole("radio", { name: /^Announce now/ });
  const warning = () => screen.queryByText(/^Users are locked out at once/);

  test("now: everybody at once, with a warning that says how many are locked out", async () => {
    server();
    const { dialog } = await openDialog();

    expect(dialog.getByRole<HTMLInputElement>("radio", { name: "Now" }).checked).toBe(true);
    expect(await dialog.findByText(/^1,234 users cannot go on before answering/)).toBeTruthy();
    expect(picture(dialog)).toBe("Now: users can read and answer it, new users get it, nobody goes on without it.");
  });

  test("now: no warning where nobody is asked, or may refuse", async () => {
    server().on("GET terms/versions/2/reach?material=true", { users: 0, exact: true });
    const { dialog } = await openDialog();
    expect(await dialog.findByText("Nobody will be asked.")).toBeTruthy();
    expect(warning()).toBeNull();
    cleanup();

    server().on("GET terms", agreement({ requirement: "OPTIONAL" }));
    await openDialog();
    expect(await screen.findByText("1,234 users will be asked.")).toBeTruthy();
    expect(warning()).toBeNull();
    expect(screen.getByRole("radio", { name: "Announce now, asked from a later day" })).toBeTruthy();
  });

  test("now: a warning without a number for who may not see users", async () => {
    server().on("GET access", { ...everything, queryUsers: false });
    const { dialog } = await openDialog();

    expect(warning()).toBeTruthy();
    expect(dialog.getByText(/^Users cannot go on before answering/)).toBeTruthy();
  });

  test.each([
    [7, Date.UTC(2026, 11, 7, 16), "Dec 8, 2026"],
    [14, Date.UTC(2026, 11, 14, 16), "Dec 15, 2026"],
    [30, Date.UTC(2026, 11, 30, 16), "Dec 31, 2026"],
  ])("an announcement of %i days: full ones, by the days of the realm", async (days, end, day) => {
    // In Shanghai it is the 30th already.
    vi.spyOn(Date, "now").mockReturnValue(Date.UTC(2026, 10, 29, 17));
    const asked = server();
    const { user, dialog } = await openDialog();

    await user.click(announcement());
    await user.selectOptions(dialog.getByLabelText("From"), String(days));
    expect(warning()).toBeNull();
    expect(picture(dialog)).toMatch(
      new RegExp(
        `^Now: users can read and answer it, an answer may wait until it is required\\. ${day}, 12:00\\sAM: new users`,
      ),
    );
    await user.click(dialog.getByRole("button", { name: "Publish" }));

    expect(asked.requests(PUBLISH)[0]!.body).toEqual({
      edits: 5,
      material: true,
      effectiveAt: end,
      enforcedAt: end,
    });
  });

  test("an announcement for a day: from its beginning in the zone of the realm, which lies ahead", async () => {
    const asked = server();
    const { user, dialog } = await openDialog();
    const publish = dialog.getByRole<HTMLButtonElement>("button", { name: "Publish" });

    await user.click(announcement());
    await user.selectOptions(dialog.getByLabelText("From"), "A day of my choice");
    expect(described(dialog.getByLabelText("From"))).toContain("Asia/Shanghai");
    expect(publish.disabled).toBe(true);
    fireEvent.change(dialog.getByLabelText(/^Day/), { target: { value: "2026-01-01" } });
    expect(dialog.getByText(/has begun already/)).toBeTruthy();
    expect(publish.disabled).toBe(true);
    fireEvent.change(dialog.getByLabelText(/^Day/), { target: { value: "2101-02-03" } });
    await user.click(publish);

    const end = Date.UTC(2101, 1, 2, 16);
    expect(asked.requests(PUBLISH)[0]!.body).toMatchObject({ effectiveAt: end, enforcedAt: end });
  });

  test("a correction: nobody is asked, nobody is locked out", async () => {
    const asked = server();
    const { user, dialog } = await openDialog();

    await user.click(dialog.getByRole("radio", { name: "Correction, nobody is asked" }));
    expect(await dialog.findByText("Nobody will be asked.")).toBeTruthy();
    expect(warning()).toBeNull();
    expect(picture(dialog)).toContain("earlier answers remain valid");
    await user.click(dialog.getByRole("button", { name: "Publish" }));

    expect(asked.requests(PUBLISH)[0]!.body).toEqual({ edits: 5, material: false });
  });

  test("is a correction from the beginning where the draft says so, and never of what nobody knows", async () => {
    server().on("GET terms", agreement({ versions: [draft({ material: false }), version()] }));
    const { dialog } = await openDialog();
    expect(dialog.getByRole<HTMLInputElement>("radio", { name: /^Correction/ }).checked).toBe(true);
    cleanup();

    server().on("GET terms", agreement({ versions: [draft({ material: false })] }));
    await openDialog();
    expect(screen.queryByRole("radio", { name: /^Correction/ })).toBeNull();
    expect(screen.getByRole<HTMLInputElement>("radio", { name: "Now" }).checked).toBe(true);
  });

  test("times of one's own: the warning says from when, if they leave no time in between", async () => {
    server();
    const { user, dialog } = await openDialog();

    await user.click(dialog.getByRole("radio", { name: "Let me set the times" }));
    await user.selectOptions(dialog.getByLabelText("Published"), "At a time");
    fireEvent.change(dialog.getByLabelText("Published: date and time"), { target: { value: "2101-02-03T10:00" } });

    expect(warning()!.textContent).toMatch(/ on Feb 3, 2101, 10:00\sAM$/);
    await user.selectOptions(dialog.getByLabelText("Enforced"), "At a time");
    fireEvent.change(dialog.getByLabelText("Enforced: date and time"), { target: { value: "2101-03-03T10:00" } });
    expect(warning()).toBeNull();
    expect(dialog.getAllByRole("listitem").map((item) => item.textContent)).toEqual([
      expect.stringMatching(/^Feb 3, 2101, 10:00\sAM users can read and answer it, new users get it, an answer may/),
      expect.stringMatching(/^Mar 3, 2101, 10:00\sAM nobody goes on without it/),
    ]);
  });

  test("is said in Chinese", async () => {
    server();
    const { user } = open({ agreement: "terms", tab: "versions" }, { locale: "zh_CN" });
    await user.click(await screen.findByRole("button", { name: "发布第 2 版" }));
    const dialog = within(await screen.findByRole("dialog"));

    expect(
      dialog.getAllByRole("radio").map((radio) => radio.parentElement!.querySelector("label")!.textContent),
    ).toEqual(["立即发布", "现在发布，自指定日期起须同意", "文字更正，不询问用户", "自行设定时间"]);
    expect(await dialog.findByText(/^1,234 位用户答复之前无法继续使用/)).toBeTruthy();
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

  test("tells moments in the zone of the realm, which the page names, on one line", async () => {
    server();
    open({ agreement: "terms" });

    const row = within((await screen.findAllByRole("row"))[2]!);

    expect(screen.getByText("Times in Asia/Shanghai")).toBeTruthy();
    const moments = row.getAllByRole("cell", { name: /^Nov 22, 2026, 4:00\sPM$/ });
    expect(moments).toHaveLength(3);
    expect(moments.every(({ classList }) => classList.contains("pf-m-nowrap"))).toBe(true);
  });

  test("is in the style of danger where it cannot be undone", async () => {
    server().on("POST terms/versions/1/retract", version({ state: "RETRACTED" }));
    const { user } = open({ agreement: "terms" });
    const retract = await screen.findByRole("button", { name: "Retract version 1" });

    expect(retract.classList.contains("pf-m-danger")).toBe(true);
    expect(screen.getByRole("button", { name: "Delete version 2" }).classList.contains("pf-m-danger")).toBe(true);
    expect(screen.getByRole("button", { name: "Publish version 2" }).classList.contains("pf-m-danger")).toBe(false);
    await user.click(retract);
    const inDialog = within(await screen.findByRole("dialog")).getByRole("button", { name: "Retract" });
    expect(inDialog.classList.contains("pf-m-danger")).toBe(true);
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
