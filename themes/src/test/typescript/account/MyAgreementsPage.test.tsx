import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { MyAgreementsPage } from "../../../main/typescript/account/agreements/MyAgreementsPage";
import type { AccountProps } from "../../../main/typescript/account/AccountView";
import type { MyRecord, PublishedVersion } from "../../../main/typescript/account/api";
import { speak } from "../../../main/typescript/common/language/messages";
import { sentTo } from "../support/speak.mjs";
import { Answered, type FakeServer, refused } from "../support/fakeServer";
import { NOW } from "../support/samples";
import { accountProps, accountServer, allowed, news, published, terms, watchDownloads } from "./support";

let server: FakeServer;

beforeEach(() => {
  vi.restoreAllMocks();
  server = accountServer()
    .on("GET me", [terms(), news()])
    .on("GET terms/versions/1", published("terms", 1))
    .on("GET news/versions/2", published("news", 2));
});

const show = (props: Partial<AccountProps> = {}) => render(<MyAgreementsPage {...accountProps(props)} />);

const card = (title: string) => screen.findByRole("article", { name: title });

describe("an agreement", () => {
  test("says what was decided, when in the time of the realm, and in which language", async () => {
    show();

    expect((await card("Terms of use")).textContent).toMatch(
      /You accepted version 1 on November 22, 2026 at 4:00\sPM GMT\+8 · in Simplified Chinese/,
    );
  });

  test("that is only to be taken note of says when that was, and has nothing to switch or to withdraw", async () => {
    server.on("GET me", [
      terms({ title: "Privacy", requirement: "ACKNOWLEDGEMENT", decision: "ACKNOWLEDGED", open: 2, owed: true }),
    ]);
    show();

    const shown = await card("Privacy");
    expect(shown.textContent).toMatch(/You took note of version 1 on November 22, 2026/);
    expect(within(shown).getByRole("button", { name: "Read and take note: Privacy" })).not.toBeNull();
    expect(within(shown).queryByRole("switch")).toBeNull();
    expect(document.body.textContent).not.toMatch(/\b(agree[sd]?|accept\w*|consent\w*)\b/i);
  });

  test("is read as it was: the version decided on, in the language it was in", async () => {
    show();

    await userEvent.click(within(await card("Terms of use")).getByRole("button", { name: /^Read the text/ }));

    const text = await within(await screen.findByRole("dialog")).findByRole("document");
    expect(text.textContent).toBe("terms 第 1 版");
    expect(text.getAttribute("lang")).toBe("zh-Hans");
    expect(screen.getByRole("link", { name: /^Open as a page/ }).getAttribute("href")).toBe(terms().url);
  });

  describe("opens to be read", () => {
    const many = Array.from({ length: 8 }, (_, index) => ({
      heading: `第${index + 1}条`,
      anchor: `terms:${index + 1}`,
    }));
    const html = many.map(({ heading, anchor }) => `<h2 id="${anchor}">${heading}</h2><p>x</p>`).join("");
    const open = async (articles = many) => {
      const version = published("terms", 1);
      version.version.texts[0] = { ...version.version.texts[0]!, html, articles };
      server.on("GET terms/versions/1", version);
      show();
      const opener = within(await card("Terms of use")).getByRole("button", { name: /^Read the text/ });
      await userEvent.click(opener);
      const dialog = await screen.findByRole("dialog", { name: "Terms of use" });
      await within(dialog).findByRole("document");
      return { opener, dialog };
    };
    const scroller = (dialog: HTMLElement) => dialog.querySelector<HTMLElement>(".agreements-sheet-text")!;
    const progress = (dialog: HTMLElement) =>
      within(dialog).getByRole<HTMLProgressElement>("progressbar", { name: "Read so far" }).value;

    test("with what scrolls in focus, and gives the focus back", async () => {
      const { opener, dialog } = await open();

      expect(document.activeElement).toBe(scroller(dialog));
      await userEvent.click(within(dialog).getByRole("button", { name: "Done" }));
      expect(screen.queryByRole("dialog")).toBeNull();
      await waitFor(() => expect(document.activeElement).toBe(opener));
    });

    test("and is closed by Escape", async () => {
      const { opener } = await open();
      await userEvent.keyboard("{Escape}");

      expect(screen.queryByRole("dialog")).toBeNull();
      await waitFor(() => expect(document.activeElement).toBe(opener));
    });

    test("with contents that lead to its many articles", async () => {
      Element.prototype.scrollIntoView = vi.fn();
      const { dialog } = await open();
      const contents = within(dialog).getByRole("navigation", { name: "Contents", hidden: true });

      expect(within(contents).getByText("Contents").lang).toBe("en");
      await userEvent.click(within(contents).getByText("Contents"));
      await userEvent.click(within(contents).getByText("第8条"));
      expect(document.activeElement).toBe(dialog.querySelector('[id="terms:8"]'));
    });

    test("without contents where there are few", async () => {
      const { dialog } = await open(many.slice(1));

      expect(dialog.querySelector("nav")).toBeNull();
    });

    test("and says how far one has read", async () => {
      const { dialog } = await open();
      const scrolled = scroller(dialog);
      expect(progress(dialog)).toBe(100);
      Object.defineProperties(scrolled, { scrollHeight: { value: 1200 }, clientHeight: { value: 200 } });
      scrolled.scrollTop = 500;
      fireEvent.scroll(scrolled);

      expect(progress(dialog)).toBe(50);
    });
  });

  test("has no link to another origin", async () => {
    server.on("GET me", [terms({ changesUrl: "https://elsewhere.example/changes" })]);
    show();

    expect(within(await card("Terms of use")).queryByRole("link")).toBeNull();
  });

  test("with a newer version leads to accepting it at Keycloak's own page", async () => {
    server.on("GET me", [terms({ open: 2, changesUrl: "/realms/shop/agreements/terms/changes?from=1&to=2" })]);
    const props = accountProps();
    show(props);

    const shown = await card("Terms of use");
    expect(shown.textContent).toContain("A newer version waits: version 2");
    expect(within(shown).getByRole("link", { name: /^What has changed since/ })).not.toBeNull();
    await userEvent.click(within(shown).getByRole("button", { name: "Read and accept: Terms of use" }));

    expect(props.login).toHaveBeenCalledWith("agreement-acceptance");
  });

  test("that is owed says when it is asked for", async () => {
    server.on("GET me", [terms({ open: 2, owed: true })]);
    show();

    expect((await card("Terms of use")).textContent).toContain("You will be asked to accept it");
  });
});

describe("an optional agreement", () => {
  const consent = () => screen.findByRole("checkbox", { name: "News" });

  test("is given to the very text that was shown", async () => {
    server.on("PUT me/news", news({ decision: "ACCEPTED", version: 2, decidedAt: NOW, decidedLocale: "en" }));
    show();
    expect((await consent()).matches(":checked")).toBe(false);

    await userEvent.click(await consent());
    const dialog = await screen.findByRole("dialog");
    expect((await within(dialog).findByRole("document")).textContent).toBe("news version 2");
    expect(server.requests("PUT me/news")).toHaveLength(0);
    await userEvent.click(within(dialog).getByRole("button", { name: "I agree" }));

    await waitFor(async () => expect((await consent()).matches(":checked")).toBe(true));
    expect(server.requests("PUT me/news")[0]!.body).toEqual({
      decision: "ACCEPTED",
      version: 2,
      locale: "en",
      digest: "news-2-en",
    });
    expect(screen.getByText("You have agreed: News")).not.toBeNull();
    expect(server.requests("GET me/records?first=0&max=11")).toHaveLength(2);
  });

  describe("with clauses its author draws attention to", () => {
    const marked = (number: number, digests: string[]): PublishedVersion => {
      const version = published("news", number);
      version.version.texts[1] = {
        ...version.version.texts[1]!,
        html:
          '<p><a href="#news:2-data">below</a></p><h2 id="news:2-data">2. Data</h2>' +
          digests
            .map(
              (digest, index) =>
                `<div class="agr-alert" id="news:alert-${index}"><p>Important</p><p>${digest}</p></div>`,
            )
            .join(""),
        attention: digests.map((digest, index) => ({
          article: index === 0 ? "" : "2",
          digest,
          anchor: `news:alert-${index}`,
        })),
      };
      return version;
    };

    /** Lets a test say what has come into view. */
    const watchViews = () => {
      const watched = new Map<Element, (entries: { isIntersecting: boolean; target: Element }[]) => void>();
      vi.stubGlobal(
        "IntersectionObserver",
        class {
          constructor(readonly tell: (entries: { isIntersecting: boolean; target: Element }[]) => void) {}
          observe = (target: Element) => watched.set(target, this.tell);
          disconnect = () => undefined;
        },
      );
      return (target: Element) => watched.get(target)?.([{ isIntersecting: true, target }]);
    };

    const clause = (dialog: HTMLElement, index: number) => dialog.querySelector(`[id="news:alert-${index}"]`)!;

    beforeEach(() => {
      Element.prototype.scrollIntoView = vi.fn();
      server
        .on("GET news/versions/2", marked(2, ["aa", "bb", "cc"]))
        .on("PUT me/news", news({ decision: "ACCEPTED", version: 2, decidedAt: NOW }));
    });

    afterEach(() => vi.unstubAllGlobals());

    test("lists them with ways to them, and the record will say which were seen from end to end", async () => {
      const comesIntoView = watchViews();
      show();
      await userEvent.click(await consent());
      const dialog = await screen.findByRole("dialog");
      const listed = await within(dialog).findByText("Please note in particular:");
      expect(listed.parentElement!.textContent).toBe("Please note in particular: Introduction, 2, 2 (2)");
      await userEvent.click(within(dialog).getByRole("link", { name: "Article 2 (2)" }));
      expect(document.activeElement).toBe(clause(dialog, 2));

      const marks = (index: number) => [...clause(dialog, index).querySelectorAll("span")];
      comesIntoView(marks(1)[0]!);
      marks(2).forEach(comesIntoView);
      await userEvent.click(within(dialog).getByRole("button", { name: "I agree" }));

      await waitFor(() => expect(server.requests("PUT me/news")).toHaveLength(1));
      expect(server.requests("PUT me/news")[0]!.body).toMatchObject({
        attention: [
          { digest: "aa", inView: false },
          { digest: "bb", inView: false },
          { digest: "cc", inView: true },
        ],
      });
    });

    test("says nothing of what was seen where the browser cannot tell", async () => {
      show();
      await userEvent.click(await consent());
      await screen.findByText("Please note in particular:");
      await userEvent.click(screen.getByRole("button", { name: "I do not agree" }));

      await waitFor(() => expect(server.requests("PUT me/news")).toHaveLength(1));
      expect(server.requests("PUT me/news")[0]!.body).toMatchObject({
        attention: [{ digest: "aa" }, { digest: "bb" }, { digest: "cc" }],
      });
    });

    test("says which are new to who agreed to an earlier version", async () => {
      server
        .on("GET me", [news({ decision: "ACCEPTED", version: 1, decidedAt: NOW })])
        .on("GET news/versions/1", marked(1, ["bb", "aa"]));
      show();
      await userEvent.click(await screen.findByRole("button", { name: "Read and decide: News" }));

      expect((await screen.findByText("Please note in particular:")).parentElement!.textContent).toBe(
        "Please note in particular: Introduction, 2, 2 (2) (new or changed)",
      );
    });

    test("has links in its text lead to places in it", async () => {
      const opened = vi.spyOn(window, "open").mockReturnValue(null);
      show();
      await userEvent.click(await consent());
      const dialog = await screen.findByRole("dialog");
      await userEvent.click(await within(dialog).findByRole("link", { name: "below" }));

      expect(document.activeElement!.textContent).toBe("2. Data");
      expect(opened).not.toHaveBeenCalled();
    });
  });

  test("is declined for good by who has not decided yet", async () => {
    server.on("PUT me/news", news({ decision: "DECLINED", version: 2, decidedAt: NOW }));
    show();

    await userEvent.click(await consent());
    await screen.findByRole("document");
    await userEvent.click(screen.getByRole("button", { name: "I do not agree" }));

    await waitFor(async () =>
      expect((await card("News")).textContent).toContain("You have not agreed to version 2, as of"),
    );
    expect(server.requests("PUT me/news")[0]!.body).toMatchObject({ decision: "DECLINED", digest: "news-2-en" });
  });

  test("that was declined can only be given, or left as it is", async () => {
    server.on("GET me", [news({ decision: "DECLINED", version: 2, decidedAt: NOW })]);
    show();

    await userEvent.click(await consent());

    await screen.findByRole("document");
    expect(screen.queryByRole("button", { name: "I do not agree" })).toBeNull();
  });

  test("is withdrawn with as many clicks as it is given", async () => {
    server
      .on("GET me", [news({ decision: "ACCEPTED", version: 2, decidedAt: NOW })])
      .on("PUT me/news", news({ decision: "WITHDRAWN", version: 2, decidedAt: NOW }));
    show();

    await userEvent.click(await consent());
    await userEvent.click(screen.getByRole("button", { name: "Withdraw" }));

    await waitFor(async () => expect((await consent()).matches(":checked")).toBe(false));
    expect(server.requests("PUT me/news")[0]!.body).toEqual({ decision: "WITHDRAWN" });
  });

  test("stays as it is when it is not confirmed, and the switch has the focus again", async () => {
    show();

    await userEvent.click(await consent());
    await userEvent.click(await screen.findByRole("button", { name: "Cancel" }));

    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect((await consent()).matches(":checked")).toBe(false);
    expect(server.requests("PUT me/news")).toHaveLength(0);
  });

  test("that has changed meanwhile is not given", async () => {
    server.on("PUT me/news", refused(409, "Show it again."));
    show();

    await userEvent.click(await consent());
    await screen.findByRole("document");
    await userEvent.click(screen.getByRole("button", { name: "I agree" }));

    expect(await screen.findByText(/A newer version has just come/)).not.toBeNull();
    expect(screen.getByRole("dialog")).not.toBeNull();
  });

  describe("in words of which the server has told the name", () => {
    beforeEach(() => speak("en", { ...sentTo("en"), dialogs: "d1" }));
    afterEach(() => speak("en", sentTo("en")));

    test("is given and withdrawn in these", async () => {
      const accepted = news({ decision: "ACCEPTED", version: 2, decidedAt: NOW, decidedLocale: "en" });
      server.on("PUT me/news", accepted);
      show();

      await userEvent.click(await consent());
      await screen.findByRole("document");
      await userEvent.click(screen.getByRole("button", { name: "I agree" }));
      await waitFor(async () => expect((await consent()).matches(":checked")).toBe(true));
      await userEvent.click(await consent());
      await userEvent.click(await screen.findByRole("button", { name: "Withdraw" }));

      await waitFor(() => expect(server.requests("PUT me/news")).toHaveLength(2));
      expect(server.requests("PUT me/news").map(({ body }) => body)).toEqual([
        { decision: "WITHDRAWN", words: { locale: "en", digest: "d1" } },
        expect.objectContaining({ decision: "ACCEPTED", words: { locale: "en", digest: "d1" } }),
      ]);
    });

    test("is not given once the server has others", async () => {
      server.on("PUT me/news", refused(412, "words are not those."));
      show();

      await userEvent.click(await consent());
      await screen.findByRole("document");
      await userEvent.click(screen.getByRole("button", { name: "I agree" }));

      expect(await screen.findByText(/^The words of this page have been changed meanwhile/)).not.toBeNull();
      expect((await screen.findByRole("dialog")).textContent).not.toContain("A newer version");
    });
  });

  test("keeps its acceptance while a newer version waits to be read and decided on", async () => {
    server.on("GET me", [news({ decision: "ACCEPTED", version: 1, decidedAt: NOW })]);
    show();

    expect((await consent()).matches(":checked")).toBe(true);
    await userEvent.click(screen.getByRole("button", { name: "Read and decide: News" }));

    expect((await screen.findByRole("document")).textContent).toBe("news version 2");
  });

  test("has no switch for those who may only look", async () => {
    server.on("GET me/access", { ...allowed, decide: false });
    show();

    expect((await card("News")).textContent).toContain("Not agreed");
    expect(screen.queryByRole("checkbox")).toBeNull();
  });
});

describe("the history", () => {
  const records = (count: number): MyRecord[] =>
    Array.from({ length: count }, (_, index) => ({
      id: `r${index}`,
      type: "ACCEPTANCE",
      decision: "ACCEPTED",
      agreementKey: "terms",
      version: index + 1,
      locale: "en",
      method: "REGISTRATION",
      occurredAt: NOW,
    }));

  test("has a receipt for each decision", async () => {
    const saved = watchDownloads();
    server
      .on("GET me/records", [...records(1), { id: "g", type: "GRANT", clientId: "shop-app", occurredAt: NOW }])
      .on(
        "GET me/records/r0/receipt",
        new Answered(200, {}, { "content-disposition": 'attachment; filename="receipt-r0.zip"' }),
      );
    show();

    expect(await screen.findByText("Accepted: Terms of use, version 1")).not.toBeNull();
    expect(screen.getByText("Consent given to the application shop-app")).not.toBeNull();
    await userEvent.click(screen.getByRole("button", { name: /^Download the receipt/ }));

    await waitFor(() => expect(saved.map(({ name }) => name)).toEqual(["receipt-r0.zip"]));
    expect(server.requests("GET me/records/r0/receipt")[0]!.headers.get("authorization")).toBe("Bearer token-1");
  });

  test("says of a receipt that is not signed yet that it proves nothing", async () => {
    const saved = watchDownloads();
    server.on("GET me/records", records(1)).on("GET me/records/r0/receipt", new Answered(202, {}));
    show();

    await userEvent.click(await screen.findByRole("button", { name: /^Download the receipt/ }));

    expect(await screen.findByText(/Download the receipt again in a minute/)).not.toBeNull();
    expect(saved.map(({ name }) => name)).toEqual(["receipt-r0.zip"]);
  });

  test("says how many clauses were pointed out, and how many came into view where that is known", async () => {
    const [first, second] = records(2);
    server.on("GET me/records", [
      {
        ...first,
        attention: [
          { digest: "aa", inView: true },
          { digest: "bb", inView: false },
        ],
      },
      { ...second, attention: [{ digest: "aa" }, { digest: "bb" }] },
    ]);
    show();

    expect(await screen.findByText(/clauses pointed out to you: 2, of which came into view: 1$/)).not.toBeNull();
    expect(screen.getByText(/clauses pointed out to you: 2$/)).not.toBeNull();
  });

  test("says why a receipt did not come", async () => {
    server.on("GET me/records", records(1)).on("GET me/records/r0/receipt", refused(500, "Out of order."));
    show();

    await userEvent.click(await screen.findByRole("button", { name: /^Download the receipt/ }));

    expect(await screen.findByText("Out of order.")).not.toBeNull();
  });

  test("is turned page by page", async () => {
    server.on("GET me/records?first=0&max=11", records(11)).on("GET me/records?first=10&max=11", records(1));
    show();

    await screen.findByText("Accepted: Terms of use, version 10");
    expect(screen.queryByText("Accepted: Terms of use, version 11")).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Next page" }));

    await waitFor(() => expect(screen.getAllByRole("button", { name: /^Download the receipt/ })).toHaveLength(1));
  });
});

test("in Chinese the words are Chinese", async () => {
  show({ locale: "zh-Hans" });

  expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("协议");
  expect((await card("Terms of use")).textContent).toContain("同意了第 1 版");
});

test("who may see nothing is told so", async () => {
  server.on("GET me/access", refused(403, "HTTP 403 Forbidden"));
  show();

  expect(await screen.findByText("You are not allowed to see this")).not.toBeNull();
});
