import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import type { Outline } from "../../../../main/typescript/api";
import { Answered, FakeServer, refused } from "../../support/fakeServer";
import { agreement, draft, everything, outline, text } from "../../support/samples";
import { open } from "../support";

const EN = "terms/versions/2/texts/en";
const PLACE = { agreement: "terms", tab: "text", version: 2, text: "en" } as const;

function server() {
  return new FakeServer()
    .on("GET access", everything)
    .on("GET terms", agreement())
    .on(`GET ${EN}`, text({ content: "## One\n", edits: 3 }))
    .on(`PUT ${EN}`, text({ edits: 4 }))
    .on("GET terms/versions/2/outlines", { texts: { en: outline(), "zh-Hans": outline() } })
    .on("POST preview", { html: "<h3>One</h3><p>Be <em>kind</em>.</p>", outline: outline() });
}

const content = () => screen.findByLabelText<HTMLTextAreaElement>(/^Text in Markdown/);
const save = () => screen.getByRole<HTMLButtonElement>("button", { name: "Save" });

describe("writing a text", () => {
  test("saves it with the edits it was read with", async () => {
    const asked = server();
    const { user } = open(PLACE);

    await user.type(await content(), "Be kind.");
    await user.click(save());

    expect(await screen.findByText("Text in English saved")).toBeTruthy();
    expect(asked.requests(`PUT ${EN}`)[0]!.body).toEqual({
      title: "Terms of use",
      summary: "Shorter words.",
      content: "## One\nBe kind.",
      edits: 3,
    });
  });

  test("goes on from what was saved", async () => {
    const asked = server();
    const { user } = open(PLACE);
    await user.type(await content(), "a");
    await user.click(save());
    await waitFor(() => expect(save().disabled).toBe(true));

    await user.type(await content(), "b");
    await user.click(save());

    await waitFor(() => expect(asked.requests(`PUT ${EN}`)).toHaveLength(2));
    expect(asked.requests(`PUT ${EN}`)[0]!.body).toMatchObject({ content: "## One\nab", edits: 4 });
  });

  test("shows what readers will see when there is a pause in typing", async () => {
    const asked = server();
    const { user } = open(PLACE);
    await user.type(await content(), "Be *kind*.");

    expect(await screen.findByText("kind", { selector: "em" })).toBeTruthy();
    expect(asked.requests("POST preview").length).toBeLessThanOrEqual(2);
  });

  test("has links of the preview lead to places in it, and others open elsewhere", async () => {
    Element.prototype.scrollIntoView = vi.fn();
    const opened = vi.spyOn(window, "open").mockReturnValue(null);
    server().on("POST preview", {
      html: '<p><a href="#二-费用">below</a> <a href="https://example.org/">web</a></p><h3 id="二-费用">二 费用</h3>',
      outline: outline(),
    });
    const { user } = open(PLACE);
    await user.click(await screen.findByRole("link", { name: "below" }));

    expect(document.activeElement!.textContent).toBe("二 费用");
    expect(opened).not.toHaveBeenCalled();
    await user.click(screen.getByRole("link", { name: "web" }));
    expect(opened).toHaveBeenCalledWith("https://example.org/", "_blank", "noopener");
  });

  test("says in words, and aloud, whether it is saved", async () => {
    server();
    const { user } = open(PLACE);
    await content();
    const state = screen.getByRole("status");
    expect(state.textContent).toBe("Everything is saved");

    await user.type(await content(), "a");
    expect(state.textContent).toBe("Not saved yet");
    await user.click(save());

    await waitFor(() => expect(state.textContent).toBe("Everything is saved"));
  });

  test("is saved before its version is published", async () => {
    const asked = server().on("GET terms/versions/2/reach?material=true", { users: 0, exact: true });
    const { user } = open(PLACE);
    await user.type(await content(), "a");
    await user.click(screen.getByRole("button", { name: "Save and publish" }));

    expect(await screen.findByRole("dialog", { name: "Publish version 2" })).toBeTruthy();
    expect(asked.requests(`PUT ${EN}`)[0]!.body).toMatchObject({ content: "## One\na" });
  });

  test("that cannot be saved is not published", async () => {
    server().on(`PUT ${EN}`, refused(400, "content is too long"));
    const { user } = open(PLACE);
    await user.type(await content(), "a");
    await user.click(screen.getByRole("button", { name: "Save and publish" }));

    expect(await screen.findByText("content is too long")).toBeTruthy();
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  test("asks what has changed from the second version on", async () => {
    server();
    open(PLACE);
    await content();
    expect(screen.getByLabelText("What changed, in a few words")).toBeTruthy();
  });

  test("does not ask what has changed where nothing came before", async () => {
    server()
      .on("GET terms", agreement({ versions: [draft({ number: 1 })] }))
      .on("GET terms/versions/1/outlines", { texts: { en: outline() } })
      .on("GET terms/versions/1/texts/en", { ...text({ content: "## One\n" }), summary: undefined });
    open({ agreement: "terms", tab: "text", version: 1, text: "en" });
    await content();

    expect(screen.queryByLabelText("What changed, in a few words")).toBeNull();
  });

  test("asks before it is lost", async () => {
    server();
    const confirm = vi.spyOn(window, "confirm").mockReturnValueOnce(false).mockReturnValueOnce(true);
    const { user } = open(PLACE);
    await user.type(await content(), "Be kind.");

    await user.click(screen.getByRole("tab", { name: "Changes" }));
    expect((await content()).value).toContain("Be kind.");
    await user.click(screen.getByRole("tab", { name: "Changes" }));

    expect(confirm).toHaveBeenCalledTimes(2);
    expect(screen.queryByLabelText(/^Text in Markdown/)).toBeNull();
  });

  test("that is not changed is left without a question", async () => {
    server();
    const confirm = vi.spyOn(window, "confirm");
    const { user } = open(PLACE);
    await user.type(await content(), "x{backspace}");

    await user.click(screen.getByRole("tab", { name: "Settings" }));

    expect(confirm).not.toHaveBeenCalled();
  });
});

describe("what was recognised", () => {
  const recognised = async () => within(await screen.findByRole("region", { name: "Recognised" }));

  function answering(changes: Partial<Outline>) {
    return server().on("POST preview", { html: "<p></p>", outline: outline(changes) });
  }

  test("is said in one line, and opened article by article", async () => {
    answering({
      title: "Terms",
      articles: [
        { number: "1", heading: "1. One", line: 3 },
        { number: "2", heading: "2. Two", line: 5 },
        { heading: "Annex", line: 9 },
      ],
      attentionClauses: [{ article: "2", beginning: "We owe nothing", line: 6 }],
    });
    const { user } = open(PLACE);
    const part = await recognised();

    expect(part.getByText(/^3 articles/).textContent).toBe("3 articles (1 … Annex), title: Terms, 1 attention clause");
    await user.click(part.getByRole("button", { name: "Articles" }));
    expect(part.getAllByRole("listitem").map((item) => item.textContent)).toContain("1. OneLine 3");
    await user.click(part.getByRole("button", { name: "Attention clauses" }));
    expect(part.getByText("We owe nothing", { exact: false }).textContent).toBe("2 We owe nothing");
  });

  test("runs in the direction of its language", async () => {
    answering({ articles: [{ number: "1", heading: "1. One", line: 1 }] }).on("GET terms/versions/2/outlines", {
      texts: { en: outline(), ar: outline({ articles: [{ number: "١", heading: "١. السعر", line: 1 }] }) },
    });
    const { user } = open(PLACE);
    const part = await recognised();
    await user.click(part.getByRole("button", { name: "Articles" }));

    const english = part.getByText("1. One");
    const arabic = await part.findByText("١");
    expect([english.lang, english.dir]).toEqual(["en", "ltr"]);
    expect([arabic.lang, arabic.dir]).toEqual(["ar", "rtl"]);
  });

  test("names what stands against keeping the text, and leads to its line", async () => {
    answering({
      remarks: [
        { finding: "HTML", line: 2, detail: "<b>", refused: true },
        { finding: "CODE_INFO", line: 3, refused: false },
        { finding: "LINK", line: 4, detail: "../x", refused: false },
      ],
    }).on(`GET ${EN}`, text({ content: "## One\n<b>fat</b>\n[x](../x)\n", edits: 3 }));
    const { user } = open(PLACE);
    const part = await recognised();

    expect(part.getByText("One thing stands against keeping this text. 2 things to know.")).toBeTruthy();
    expect(
      within(part.getByRole("list", { name: "Remarks on this text" }))
        .getAllByRole("listitem")
        .map((item) => item.textContent),
    ).toEqual([
      "RefusedLine 2“<b>” is HTML. Write it as Markdown, or take it out. To show a < as it is, put a backslash before it.",
      expect.stringMatching(/^NoteLine 3Words stand behind/),
      expect.stringMatching(/^NoteLine 4The link to “\.\.\/x” leads nowhere/),
    ]);
    await user.click(part.getByRole("button", { name: "Line 2" }));

    const field = await content();
    expect(document.activeElement).toBe(field);
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe("<b>fat</b>");
  });

  test("tells the author in the author's language", async () => {
    answering({
      remarks: [
        { finding: "COMMENT", line: 1, detail: "<!-- note -->", refused: true },
        { finding: "HEADING_LINK", line: 2, detail: "#no", refused: false },
      ],
    });
    open(PLACE, { locale: "zh-TW" });

    const remarks = within(await screen.findByRole("list", { name: "對此文本的說明" })).getAllByRole("listitem");
    expect(remarks.map((item) => item.textContent)).toEqual([
      "不接受第 1 行「<!-- note -->」是註解，讀者在頁面上看不到。請將其去掉。",
      "提示第 2 行指向「#no」的連結沒有去處，顯示為文字：沒有這個名稱的標題。",
    ]);
  });

  test("says in the author's language why it is not kept", async () => {
    answering({ remarks: [{ finding: "HTML", line: 1, detail: "<b>", refused: true }] }).on(
      `PUT ${EN}`,
      refused(400, "content cannot be kept as it is: line 1: '<b>' is HTML"),
    );
    const { user } = open(PLACE, { locale: "zh-CN" });
    await screen.findByText(/是 HTML/);
    await user.type(screen.getByLabelText(/^Markdown/), "<b>");
    await user.click(screen.getByRole("button", { name: "保存" }));

    const alert = await screen.findByText("有 1 处内容使此文本无法保存。", { selector: ".agreements-refusal *" });
    expect(alert).toBeTruthy();
    expect(screen.queryByText(/cannot be kept/)).toBeNull();
  });

  test("is set beside what the other languages have, as it is written", async () => {
    answering({
      articles: [
        { heading: "One", line: 1 },
        { heading: "Two", line: 3 },
      ],
    });
    open(PLACE);

    const table = within(await screen.findByRole("grid", { name: "Articles of each language" }));
    expect(
      table
        .getAllByRole("row")
        .slice(1)
        .map((row) =>
          within(row)
            .getAllByRole("cell")
            .map((cell) => cell.textContent),
        ),
    ).toEqual([
      ["English", "2", "One, Two"],
      ["Simplified Chinese", "1", "1"],
    ]);
    expect((await recognised()).getByText("Different")).toBeTruthy();
  });

  test("says so where they agree", async () => {
    server();
    open(PLACE);

    expect(await (await recognised()).findByText("Alike")).toBeTruthy();
  });
});

describe("a text somebody else has changed meanwhile", () => {
  async function collide() {
    const asked = server().on(`PUT ${EN}`, refused(409, "It was changed by somebody else meanwhile."));
    const { user } = open(PLACE);
    await user.type(await content(), "mine");
    await user.click(save());
    await screen.findByText("Somebody else has changed this text");
    asked.on(`GET ${EN}`, text({ content: "theirs", edits: 9 })).on(`PUT ${EN}`, text({ edits: 10 }));
    return { asked, user };
  }

  test("keeps what was written until somebody chooses", async () => {
    await collide();

    expect((await content()).value).toBe("## One\nmine");
    expect(screen.getByText("It was changed by somebody else meanwhile.")).toBeTruthy();
  });

  test("is theirs if that is chosen", async () => {
    const { asked, user } = await collide();

    await user.click(screen.getByRole("button", { name: "Use their version" }));

    await waitFor(async () => expect((await content()).value).toBe("theirs"));
    expect(screen.queryByText("Somebody else has changed this text")).toBeNull();
    expect(asked.requests(`PUT ${EN}`)).toHaveLength(1);
  });

  test("is mine, on top of theirs, if that is chosen", async () => {
    const { asked, user } = await collide();

    await user.click(screen.getByRole("button", { name: "Keep mine, replace theirs" }));

    expect(await screen.findByText("Text in English saved")).toBeTruthy();
    expect(asked.requests(`PUT ${EN}`)[0]!.body).toMatchObject({ content: "## One\nmine", edits: 9 });
    expect((await content()).value).toBe("## One\nmine");
  });

  test("is mine again if they have removed it", async () => {
    const { asked, user } = await collide();
    asked.on(`GET ${EN}`, refused(404, "There is no text in en."));

    await user.click(screen.getByRole("button", { name: "Keep mine, replace theirs" }));

    expect(await screen.findByText("Text in English saved")).toBeTruthy();
    expect(asked.requests(`PUT ${EN}`)[0]!.body).not.toHaveProperty("edits");
  });
});

describe("languages of a text", () => {
  test("can be added, and are new until they are saved", async () => {
    const asked = server().on("PUT terms/versions/2/texts/fr", text({ locale: "fr", edits: 1 }));
    const { user } = open(PLACE);
    await user.click(await screen.findByRole("button", { name: "Add language" }));
    const dialog = within(await screen.findByRole("dialog"));

    await user.type(dialog.getByLabelText(/^Language/), "en");
    expect(dialog.getByText(/has a text in this language already/)).toBeTruthy();
    await user.clear(dialog.getByLabelText(/^Language/));
    await user.type(dialog.getByLabelText(/^Language/), "fr");
    await user.click(dialog.getByRole("button", { name: "Add language" }));
    await user.type(await screen.findByLabelText(/^Title/), "Conditions");
    await user.type(await content(), "Bonjour");
    await user.click(save());

    expect(await screen.findByText("Text in French saved")).toBeTruthy();
    expect(asked.requests("PUT terms/versions/2/texts/fr")[0]!.body).toEqual({
      title: "Conditions",
      content: "Bonjour",
    });
    expect(asked.requests("GET terms/versions/2/texts/fr")).toHaveLength(0);
  });

  test("can be removed after a question", async () => {
    const asked = server().on(`DELETE ${EN}`, new Answered(204));
    const { user, go } = open(PLACE);
    await user.click(await screen.findByRole("button", { name: "Remove this language" }));

    await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Remove this language" }));

    expect(asked.requests(`DELETE ${EN}?edits=3`)).toHaveLength(1);
    expect(asked.requests(`PUT ${EN}`)).toHaveLength(0);
    expect(go).toHaveBeenLastCalledWith({ agreement: "terms", tab: "text", version: 2 });
  });

  test("are read, and not changed, once the version is published", async () => {
    server().on("GET terms/versions/1/texts/en", text({ content: "## One\n" }));
    open({ agreement: "terms", tab: "text", version: 1, text: "en" });

    const reading = within(await screen.findByRole("article"));
    expect(reading.getByRole("heading", { name: "Terms of use" }).lang).toBe("en");
    expect(reading.getByText("kind", { selector: "em" })).toBeTruthy();
    expect(reading.getByText("Shorter words.")).toBeTruthy();
    expect(screen.getByText(/has been published/)).toBeTruthy();
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(screen.queryByRole("button", { name: "Save" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Add language" })).toBeNull();
  });

  test("cannot be changed by who may only look", async () => {
    server().on("GET access", { ...everything, manageRealm: false });
    open(PLACE);

    expect(await screen.findByRole("document", { name: "Terms of use" })).toBeTruthy();
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(screen.queryByRole("button", { name: "Save" })).toBeNull();
  });

  test("lead into the path to publication where a version has none", async () => {
    server().on("GET terms", agreement({ versions: [draft({ texts: [] })] }));
    const { user, go } = open({ agreement: "terms", tab: "text" });
    await screen.findByText("This version has no text yet");

    expect(screen.getAllByRole("button")).toHaveLength(1);
    await user.click(screen.getByRole("button", { name: "Continue to publication" }));

    expect(go).toHaveBeenLastCalledWith({ agreement: "terms", step: "name" });
  });

  test("lead into it where there is no version", async () => {
    server().on("GET terms", agreement({ versions: [], titles: {} }));
    const { user, go } = open({ agreement: "terms", tab: "text" });
    await screen.findByText("No versions yet");

    await user.click(screen.getByRole("button", { name: "Continue to publication" }));

    expect(go).toHaveBeenLastCalledWith({ agreement: "terms", step: "name" });
  });
});
