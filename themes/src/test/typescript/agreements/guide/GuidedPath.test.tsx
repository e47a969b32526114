import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { UNWRITTEN, UNWRITTEN_DIGEST } from "../../../../main/typescript/agreements/guide/unwritten";
import type { Text } from "../../../../main/typescript/api";
import { Answered, FakeServer, type Received, refused } from "../../support/fakeServer";
import { agreement, draft, everything, outline, text } from "../../support/samples";
import { open } from "../support";

const REALM = "GET https://id.example/admin/realms/shop";
const VERSION = "house-rules/versions/1";

const english = ({ content = UNWRITTEN, ...changes }: Partial<Text> = {}) =>
  text({
    locale: "en",
    title: "House rules",
    content,
    digest: content === UNWRITTEN ? UNWRITTEN_DIGEST : "d1",
    edits: 0,
    ...changes,
  });

/** A realm that speaks English and Chinese. */
function server() {
  return new FakeServer()
    .on("GET access", everything)
    .on(REALM, { internationalizationEnabled: true, supportedLocales: ["en", "zh-CN"], defaultLocale: "en" })
    .on("GET /", [])
    .on("POST preview", { html: "<h3>1. Courtesy</h3><p>Be kind.</p>", outline: outline() });
}

/** With an agreement of which there is as much as that. */
function begun(texts: Text[], asked = server()) {
  const version = draft({ number: 1, texts: texts.map(({ content: _c, ...rest }) => rest) });
  asked.on(
    "GET house-rules",
    agreement({
      key: "house-rules",
      bindingLocale: "en",
      titles: { en: "House rules" },
      versions: [version],
      edits: 7,
    }),
  );
  asked.on(`GET ${VERSION}/outlines`, { texts: {} });
  for (const one of texts) {
    asked.on(`GET ${VERSION}/texts/${one.locale}`, one);
    asked.on(`PUT ${VERSION}/texts/${one.locale}`, ({ body }: Received) => ({ ...one, ...(body as Text), edits: 1 }));
  }
  return asked;
}

const at = (step: "name" | "requirement" | "languages" | "text" | "preview" | "publish") =>
  ({ agreement: "house-rules", step }) as const;
const heading = (name: string) => screen.findByRole("heading", { name });
const button = (name: string) => screen.getByRole<HTMLButtonElement>("button", { name });

describe("the first step", () => {
  test("makes the agreement with a key from its title, a draft, and the title", async () => {
    const asked = server()
      .on("POST /", agreement({ key: "house-rules", bindingLocale: "en", versions: [] }))
      .on("POST house-rules/versions", draft({ number: 1, texts: [] }))
      .on(`PUT ${VERSION}/texts/en`, english());
    const { user, go } = open({ step: "name" });
    await user.type(await screen.findByLabelText(/^Title in English/), "House rules");
    expect(screen.getByLabelText<HTMLInputElement>(/^Key/).value).toBe("house-rules");
    begun([english()], asked);

    await user.click(button("Save and continue"));

    expect(await heading("Step 2 of 6: Requirement")).toBeTruthy();
    expect(go).toHaveBeenLastCalledWith({ agreement: "house-rules", step: "requirement" });
    expect(asked.requests("POST /")[0]!.body).toMatchObject({ key: "house-rules", bindingLocale: "en" });
    expect(asked.requests(`PUT ${VERSION}/texts/en`)[0]!.body).toEqual({ title: "House rules", content: "…" });
    expect(document.activeElement).toBe(await heading("Step 2 of 6: Requirement"));
  });

  test("takes another key, and none that is taken or cannot be one", async () => {
    server().on("GET /", [agreement({ key: "terms" })]);
    const { user } = open({ step: "name" });
    await user.type(await screen.findByLabelText(/^Title in English/), "Terms");
    const key = screen.getByLabelText<HTMLInputElement>(/^Key/);
    expect(key.value).toBe("terms-2");

    await user.clear(key);
    await user.type(key, "terms");
    expect(screen.getByText("Another agreement has this key.")).toBeTruthy();
    expect(button("Save and continue").disabled).toBe(true);
    await user.type(key, "!");
    expect(screen.getByText(/^Small letters, digits and hyphens, beginning/)).toBeTruthy();
    await user.type(key, "{backspace}-of-use");
    expect(button("Save and continue").disabled).toBe(false);
  });

  test("goes on from what was made if something after it is refused", async () => {
    const asked = server()
      .on("POST /", agreement({ key: "house-rules", bindingLocale: "en", versions: [] }))
      .on("POST house-rules/versions", refused(500, "The database is away"));
    const { user } = open({ step: "name" });
    await user.type(await screen.findByLabelText(/^Title in English/), "House rules");
    await user.click(button("Save and continue"));
    expect(await screen.findByText("The database is away")).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>(/^Key/).readOnly).toBe(true);

    asked.on("POST house-rules/versions", draft({ number: 1, texts: [] })).on(`PUT ${VERSION}/texts/en`, english());
    begun([english()], asked);
    await user.click(button("Save and continue"));

    expect(await heading("Step 2 of 6: Requirement")).toBeTruthy();
    expect(asked.requests("POST /")).toHaveLength(1);
  });

  test("asks before what is not saved is lost", async () => {
    server();
    const confirm = vi.spyOn(window, "confirm").mockReturnValue(false);
    const { user } = open({ step: "name" });
    await user.type(await screen.findByLabelText(/^Key/), "x");

    await user.click(button("Leave"));

    expect(confirm).toHaveBeenCalledOnce();
    expect(await heading("Step 1 of 6: Title")).toBeTruthy();
  });

  test("is in Chinese for who reads Chinese, with a key in Latin letters", async () => {
    server();
    const { user } = open({ step: "name" }, { locale: "zh-CN" });
    await user.type(await screen.findByLabelText(/^标题（/), "隐私政策");

    expect(screen.getByLabelText<HTMLInputElement>(/^标识/).value).toBe("privacy");
    expect(await heading("第 1 步，共 6 步：标题")).toBeTruthy();
  });

  test("is not for who may only look", async () => {
    server().on("GET access", { ...everything, manageRealm: false });
    open({ step: "name" });

    expect(await screen.findByText("You are not allowed to see this")).toBeTruthy();
  });
});

describe("the requirement", () => {
  test("is chosen with a sentence on each, and saved by going back, too", async () => {
    const asked = begun([english()]).on("PUT house-rules", agreement());
    const { user, go } = open(at("requirement"));
    const optional = await screen.findByRole<HTMLInputElement>("radio", { name: /^Optional/ });
    expect(screen.getByText(/free to say no/).id).toBe(optional.getAttribute("aria-describedby"));

    await user.click(optional);
    expect(screen.getByRole("status").textContent).toBe("Not saved yet.");
    await user.click(button("Back"));

    await waitFor(() => expect(go).toHaveBeenLastCalledWith(at("name")));
    expect(asked.requests("PUT house-rules")[0]!.body).toMatchObject({
      requirement: "OPTIONAL",
      bindingLocale: "en",
      edits: 7,
    });
  });

  test("that is refused stays, with the reason", async () => {
    begun([english()]).on("PUT house-rules", refused(409, "Changed by somebody else"));
    const { user } = open(at("requirement"));
    await user.click(await screen.findByRole("radio", { name: /^Optional/ }));
    await user.click(button("Save and continue"));

    expect(await screen.findByText("Changed by somebody else")).toBeTruthy();
    expect(await heading("Step 2 of 6: Requirement")).toBeTruthy();
  });
});

describe("the languages", () => {
  test("are those of the realm; each needs a title, and one binds", async () => {
    const asked = begun([english()])
      .on(`PUT ${VERSION}/texts/zh-Hans`, english({ locale: "zh-Hans" }))
      .on("PUT house-rules", agreement());
    const { user, go } = open(at("languages"));
    await user.click(await screen.findByRole("checkbox", { name: "Simplified Chinese" }));
    expect(button("Save and continue").disabled).toBe(true);

    await user.type(screen.getByLabelText("Title in Simplified Chinese"), "社区守则");
    await user.selectOptions(screen.getByLabelText("Binding language"), "zh-Hans");
    await user.click(button("Save and continue"));

    await waitFor(() => expect(go).toHaveBeenLastCalledWith(at("text")));
    expect(asked.requests(`PUT ${VERSION}/texts/zh-Hans`)[0]!.body).toEqual({ title: "社区守则", content: "…" });
    expect(asked.requests("PUT house-rules")[0]!.body).toMatchObject({ bindingLocale: "zh-Hans", edits: 7 });
    expect(asked.requests(`PUT ${VERSION}/texts/en`)).toHaveLength(0);
  });

  test("that have a text stay; of those with a title alone one can be taken away", async () => {
    const asked = begun([english({ content: "## 1. Courtesy" }), english({ locale: "fr", title: "Règles" })]).on(
      `DELETE ${VERSION}/texts/fr`,
      new Answered(204),
    );
    const { user, go } = open(at("languages"));
    expect((await screen.findByRole<HTMLInputElement>("checkbox", { name: "English" })).disabled).toBe(true);

    await user.click(screen.getByRole("checkbox", { name: "French" }));
    await user.click(button("Save and leave"));

    await waitFor(() => expect(go).toHaveBeenLastCalledWith({ agreement: "house-rules", tab: "versions" }));
    expect(asked.requests(`DELETE ${VERSION}/texts/fr?edits=0`)).toHaveLength(1);
  });

  test("can be others than the realm has", async () => {
    begun([english()]);
    const { user } = open(at("languages"));
    await user.click(await screen.findByRole("button", { name: "Add language" }));
    const dialog = within(await screen.findByRole("dialog"));
    await user.type(dialog.getByLabelText(/^Language/), "fr");
    await user.click(dialog.getByRole("button", { name: "Add language" }));

    expect(await screen.findByLabelText("Title in French")).toBeTruthy();
    expect(await heading("Step 3 of 6: Languages")).toBeTruthy();
  });
});

describe("the text", () => {
  const field = () => screen.findByLabelText<HTMLTextAreaElement>(/^Text in Markdown/);

  test("begins with a template that is to be reviewed", async () => {
    const asked = begun([english()]);
    const { user, go } = open(at("text"));
    expect((await field()).value).toBe("");

    await user.click(button("Template: terms of service"));
    expect((await field()).value).toMatch(/^> \*\*This text began as a template/);
    await user.click(button("Save and continue"));

    await waitFor(() => expect(go).toHaveBeenLastCalledWith(at("preview")));
    expect(asked.requests(`PUT ${VERSION}/texts/en`)[0]!.body).toMatchObject({
      title: "House rules",
      content: expect.stringContaining("## 8. Law and contact") as string,
      edits: 0,
    });
  });

  test("begins with a file, and replaces nothing without a question", async () => {
    begun([english({ content: "## Mine" })]);
    const confirm = vi.spyOn(window, "confirm").mockReturnValueOnce(false).mockReturnValueOnce(true);
    const { user } = open(at("text"));
    const input = await screen.findByLabelText(/^Text from a file/);
    const file = new File(["## Theirs\r\n\r\nBe kind.\r\n"], "rules.md", { type: "text/markdown" });

    await user.upload(input, file);
    await waitFor(() => expect(confirm).toHaveBeenCalledOnce());
    expect((await field()).value).toBe("## Mine");
    await user.upload(input, file);

    await waitFor(async () => expect((await field()).value).toBe("## Theirs\n\nBe kind.\n"));
  });

  test("is not taken from a file that holds none", async () => {
    begun([english()]);
    const { user } = open(at("text"));
    const input = await screen.findByLabelText(/^Text from a file/);

    await user.upload(input, new File([new Uint8Array([0xff, 0xfe, 0x80])], "rules.txt", { type: "text/plain" }));

    expect(await screen.findByText("This file holds no plain text in UTF-8.")).toBeTruthy();
    expect((await field()).value).toBe("");
  });

  test("of one language is saved before the next is shown", async () => {
    const asked = begun([english(), english({ locale: "zh-Hans", title: "社区守则" })]);
    const { user, go } = open(at("text"));
    fireEvent.change(await field(), { target: { value: "## 1. Courtesy" } });

    await user.click(screen.getByRole("tab", { name: "Simplified Chinese" }));

    await waitFor(() => expect(go).toHaveBeenLastCalledWith({ ...at("text"), text: "zh-Hans" }));
    expect(asked.requests(`PUT ${VERSION}/texts/en`)[0]!.body).toMatchObject({ content: "## 1. Courtesy" });
    await waitFor(async () => expect((await field()).lang).toBe("zh-Hans"));
    const step = screen.getByRole("heading", { name: "Step 4 of 6: Text" });
    await waitFor(() => expect(document.activeElement).toBe(step));
  });

  test("that is taken back before it was saved leaves nothing to save", async () => {
    begun([english()]);
    open(at("text"));
    fireEvent.change(await field(), { target: { value: "## 1. Courtesy" } });
    expect(screen.getByText("Not saved yet.")).toBeTruthy();
    fireEvent.change(await field(), { target: { value: "" } });

    expect(screen.getByText("Everything is saved.")).toBeTruthy();
    expect(button("Continue").disabled).toBe(false);
  });

  test("is saved once, however often somebody leaves meanwhile", async () => {
    const asked = begun([english()]);
    const saving: (() => void)[] = [];
    asked.on(`PUT ${VERSION}/texts/en`, async () => {
      await new Promise<void>((resolve) => {
        saving.push(resolve);
      });
      return english({ content: "## 1. Courtesy", edits: 1 });
    });
    const { user, go } = open(at("text"));
    fireEvent.change(await field(), { target: { value: "## 1. Courtesy" } });
    await user.click(button("Preview"));
    await user.click(button("Languages"));
    await waitFor(() => expect(saving).toHaveLength(1));
    saving[0]!();

    await waitFor(() => expect(go).toHaveBeenLastCalledWith(at("preview")));
    expect(asked.requests(`PUT ${VERSION}/texts/en`)).toHaveLength(1);
    expect(go).toHaveBeenCalledTimes(1);
  });
});

describe("the preview", () => {
  test("is what the server makes of the text, on a phone and on a desktop", async () => {
    const asked = begun([english({ content: "## 1. Courtesy" })]);
    open(at("preview"));

    for (const name of ["On a phone", "On a desktop"]) {
      const frame = within(await screen.findByRole("document", { name }));
      expect(frame.getByRole("heading", { name: "House rules" })).toBeTruthy();
      expect(frame.getByText("Be kind.")).toBeTruthy();
    }
    expect(asked.requests("POST preview")[0]!.body).toEqual({ content: "## 1. Courtesy", locale: "en" });
  });

  test("has the look of the realm's login theme where that can be had, and runs nothing in it", async () => {
    const asked = begun([english({ content: "## 1. Courtesy" })]).on(
      "GET page",
      new Answered(
        200,
        '<!DOCTYPE html><link rel="stylesheet" href="/shop.css"><h1><span class="agr-own"></span></h1><div class="agr-own"></div>',
      ),
    );
    open(at("preview"));

    for (const name of ["On a phone", "On a desktop"]) {
      const frame = await screen.findByTitle<HTMLIFrameElement>(name);
      expect(frame.getAttribute("sandbox")).toBe("allow-same-origin");
      expect(frame.getAttribute("tabindex")).toBe("0");
      const page = frame.contentDocument!;
      await waitFor(() => expect(page.querySelector("article")?.textContent).toContain("Be kind."));
      expect(page.querySelector("h1")!.textContent).toBe("House rules");
      expect(page.querySelector("link")!.href).toBe("https://id.example/shop.css");
    }
    const [request] = asked.requests("GET page");
    expect(request!.headers.get("authorization")).toBeNull();
    expect(request!.credentials).toBe("omit");
    expect(request!.headers.get("accept-language")).toBe("en");
  });

  test("leads to the text that is not written yet", async () => {
    begun([english()]);
    const { user, go } = open(at("preview"));
    await user.click(await screen.findByRole("button", { name: "Write the text" }));

    expect(go).toHaveBeenLastCalledWith({ ...at("text"), text: "en" });
  });
});

describe("publishing", () => {
  const asking = async () => {
    await screen.findByRole("heading", { name: "Overview" });
    return button("Publish version 1");
  };

  test("needs every text written and reviewed", async () => {
    const note =
      "This text began as a template and is not legal advice. Have it reviewed by a lawyer, then remove this line.";
    begun([english(), english({ locale: "fr", title: "Règles", content: `> **${note}**\n\n## 1. Un` })]);
    const { user, go } = open(at("publish"));

    expect((await asking()).disabled).toBe(true);
    const told = "The text in English is not written yet.";
    expect(screen.getByText(told, { exact: false })).toBeTruthy();
    expect(screen.getByText(/The text in French still says that it is a template/)).toBeTruthy();
    await user.click(button(`Change: ${told}`));
    expect(go).toHaveBeenLastCalledWith({ ...at("text"), text: "en" });
  });

  test("asks as it does elsewhere, and ends at the versions", async () => {
    const asked = begun([english({ content: "## 1. Courtesy" })])
      .on(`GET ${VERSION}/reach?material=true`, { users: 3, exact: true })
      .on(`POST ${VERSION}/publish`, draft({ number: 1 }));
    const { user, go } = open(at("publish"));
    await user.click(await asking());
    const dialog = within(await screen.findByRole("dialog"));
    await user.click(dialog.getByRole("button", { name: "Publish" }));

    await waitFor(() => expect(go).toHaveBeenLastCalledWith({ agreement: "house-rules", tab: "versions" }));
    expect(asked.requests(`POST ${VERSION}/publish`)[0]!.body).toMatchObject({ edits: 5 });
  });

  test("is over where every version has been published", async () => {
    server().on("GET terms", agreement({ versions: [draft({ state: "RETRACTED" })] }));
    const { user, go } = open({ agreement: "terms", step: "publish" });
    await screen.findByText("Nothing is left to be published");

    await user.click(button("Show the agreement"));

    expect(go).toHaveBeenLastCalledWith({ agreement: "terms", tab: "versions" });
  });
});

describe("the steps", () => {
  test("are named with the one that is shown, and lead to any other by keyboard", async () => {
    begun([english({ content: "## 1. Courtesy" })]);
    const { user, go } = open(at("requirement"));
    const steps = within(await screen.findByRole("navigation", { name: "Steps" }));
    expect(steps.getAllByRole("button").map((step) => step.textContent)).toEqual([
      "Title",
      "Requirement",
      "Languages",
      "Text",
      "Preview",
      "Publish",
    ]);
    expect(steps.getByRole("button", { name: "Requirement" }).getAttribute("aria-current")).toBe("step");

    steps.getByRole("button", { name: "Preview" }).focus();
    await user.keyboard("{Enter}");

    expect(go).toHaveBeenLastCalledWith(at("preview"));
  });

  test("begin with the title where there is none, whatever the address says", async () => {
    server().on("GET house-rules", agreement({ key: "house-rules", versions: [], titles: {} }));
    open(at("publish"));

    expect(await heading("Step 1 of 6: Title")).toBeTruthy();
    const steps = within(screen.getByRole("navigation", { name: "Steps" }));
    expect(steps.getByRole<HTMLButtonElement>("button", { name: "Text" }).disabled).toBe(true);
  });

  test.each([
    ["requirement", [english()]],
    ["text", [english({ content: "## 1. Courtesy" }), english({ locale: "fr" })]],
    ["preview", [english({ content: "## 1. Courtesy" })]],
  ] as const)("are gone on with at %s from the versions, where nothing was ever published", async (step, texts) => {
    begun([...texts]);
    const { user, go } = open({ agreement: "house-rules", tab: "versions" });
    await user.click(await screen.findByRole("button", { name: "Continue to publication" }));

    expect(go).toHaveBeenLastCalledWith(at(step));
  });

  test("are the only way to publish what is not written yet", async () => {
    begun([english({ content: "## 1. Courtesy" }), english({ locale: "fr" })]);
    open({ agreement: "house-rules", tab: "versions" });
    await screen.findByRole("link", { name: "Version 1" });

    expect(screen.queryByRole("button", { name: "Publish version 1" })).toBeNull();
    expect(screen.getByText("Some texts of this version are not written yet")).toBeTruthy();
  });

  test("keep the editor from publishing it", async () => {
    begun([english({ content: "## 1. Courtesy" }), english({ locale: "fr" })]);
    open({ agreement: "house-rules", tab: "text", version: 1, text: "en" });

    expect((await screen.findByRole<HTMLButtonElement>("button", { name: "Publish version 1" })).disabled).toBe(true);
    expect(screen.getByText("Some texts of this version are not written yet")).toBeTruthy();
  });
});
