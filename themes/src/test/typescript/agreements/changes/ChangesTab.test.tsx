import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { Changes } from "../../../../main/typescript/api";
import { FakeServer } from "../../support/fakeServer";
import { agreement, everything, version } from "../../support/samples";
import { open } from "../support";

const changes: Changes = {
  key: "terms",
  bindingLocale: "zh-Hans",
  locale: "en",
  from: 1,
  to: 2,
  summaries: [{ version: 2, summary: "Kinder words." }],
  preamble: { kind: "UNTOUCHED", aspects: [], paragraphs: [] },
  articles: [
    {
      heading: "1. Courtesy",
      formerHeading: "1. Manners",
      kind: "CHANGED",
      aspects: ["HEADING", "WORDS"],
      paragraphs: [
        {
          form: "TEXT",
          marker: "",
          cells: [],
          attention: true,
          passages: [
            { kind: "UNTOUCHED", words: "Be " },
            { kind: "REMOVED", words: "polite" },
            { kind: "ADDED", words: "kind" },
          ],
        },
      ],
    },
    { heading: "2. Quiet", kind: "UNTOUCHED", aspects: [], paragraphs: [] },
  ],
};

const server = () =>
  new FakeServer()
    .on("GET access", everything)
    .on("GET terms", agreement())
    .on("GET terms/changes?from=1&to=2&locale=en", changes);

describe("changes between versions", () => {
  test("are those from the version in force to the newest, in the language of the reader", async () => {
    server();
    open({ agreement: "terms", tab: "changes" });

    expect(await screen.findByText("Kinder words.")).toBeTruthy();
    expect(screen.getByText("formerly: 1. Manners")).toBeTruthy();
  });

  test("are marked in words and by elements, each on its own side", async () => {
    server();
    open({ agreement: "terms", tab: "changes" });
    const article = (await screen.findByRole("heading", { name: "1. Courtesy" })).closest("article")!;

    const [older, newer] = within(article).getAllByText(/^Be/);

    expect(older!.textContent).toBe("Be [deleted: polite]");
    expect(older!.querySelector("del")).toBeTruthy();
    expect(newer!.textContent).toBe("Be [inserted: kind]");
    expect(newer!.querySelector("ins")).toBeTruthy();
  });

  test("show the number an item had, and words that are struck out", async () => {
    new FakeServer()
      .on("GET access", everything)
      .on("GET terms", agreement())
      .on("GET terms/changes?from=1&to=2&locale=en", {
        ...changes,
        articles: [
          {
            heading: "1. Courtesy",
            kind: "CHANGED",
            aspects: ["WORDS"],
            paragraphs: [
              {
                form: "ITEM",
                marker: "4.",
                formerMarker: "3.",
                cells: [],
                attention: false,
                passages: [
                  { kind: "UNTOUCHED", words: "Tell us " },
                  { kind: "ADDED", words: "not", struck: true },
                ],
              },
            ],
          },
        ],
      });
    open({ agreement: "terms", tab: "changes" });
    const article = (await screen.findByRole("heading", { name: "1. Courtesy" })).closest("article")!;

    const [older, newer] = within(article).getAllByText(/Tell us/);

    expect(older!.textContent).toBe("3. Tell us ");
    expect(newer!.textContent).toBe("4. Tell us [inserted: [struck out: not]]");
    expect(newer!.querySelector("ins s")).toBeTruthy();
  });

  test("say what became of an article, and what is different beside the words", async () => {
    new FakeServer()
      .on("GET access", everything)
      .on("GET terms", agreement())
      .on("GET terms/changes?from=1&to=2&locale=en", {
        ...changes,
        articles: [
          { heading: "2. Quiet", formerHeading: "3. Quiet", kind: "CHANGED", aspects: ["NUMBER"], paragraphs: [] },
        ],
        differences: [{ trait: "LINKS", article: "2. Quiet", before: "https://a.example", after: "https://b.example" }],
      });
    open({ agreement: "terms", tab: "changes" });

    expect(await screen.findByText("Renumbered")).toBeTruthy();
    const difference = screen.getByText(/Where a link leads/);
    expect(difference.querySelector("del")!.textContent).toContain("https://a.example");
    expect(difference.querySelector("ins")!.textContent).toContain("https://b.example");
  });

  test("say what attention is drawn to, and how much is not listed", async () => {
    new FakeServer()
      .on("GET access", everything)
      .on("GET terms", agreement())
      .on("GET terms/changes?from=1&to=2&locale=en", {
        ...changes,
        articles: [{ heading: "2. Quiet", kind: "UNTOUCHED", aspects: [], paragraphs: [] }],
        differences: [{ trait: "ATTENTION_ADDED", article: "2. Quiet", after: "Be quiet." }],
        moreDifferences: 50,
      });
    open({ agreement: "terms", tab: "changes" });

    expect(await screen.findByText(/A clause your attention is drawn to now/)).toBeTruthy();
    expect(screen.getByText("The words are the same, but not what your attention is drawn to:")).toBeTruthy();
    expect(screen.queryByText(/No word is different/)).toBeNull();
    expect(screen.getByText("50 more are not listed here. Please read the whole text.")).toBeTruthy();
  });

  test("set off what attention is drawn to", async () => {
    server();
    open({ agreement: "terms", tab: "changes" });
    const article = (await screen.findByRole("heading", { name: "1. Courtesy" })).closest("article")!;

    expect(within(article).getByText("Attention").closest(".agreements-attention")!.textContent).toContain("polite");
  });

  test("show the cells of a row", async () => {
    new FakeServer()
      .on("GET access", everything)
      .on("GET terms", agreement())
      .on("GET terms/changes?from=1&to=2&locale=en", {
        ...changes,
        articles: [
          {
            heading: "3. Fees",
            kind: "CHANGED",
            aspects: ["WORDS"],
            paragraphs: [
              {
                form: "ROW",
                marker: "",
                passages: [],
                cells: [
                  { heads: false, passages: [{ kind: "UNTOUCHED", words: "Entry" }] },
                  {
                    heads: false,
                    passages: [
                      { kind: "REMOVED", words: "1" },
                      { kind: "ADDED", words: "2" },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      });
    open({ agreement: "terms", tab: "changes" });
    const article = (await screen.findByRole("heading", { name: "3. Fees" })).closest("article")!;

    const [older, newer] = within(article).getAllByText(/^Entry/);
    expect(older!.textContent).toBe("Entry | [deleted: 1]");
    expect(newer!.textContent).toBe("Entry | [inserted: 2]");
  });

  test("leave out what is unchanged until it is asked for", async () => {
    server();
    const { user } = open({ agreement: "terms", tab: "changes" });
    await screen.findByRole("heading", { name: "1. Courtesy" });
    expect(screen.queryByRole("heading", { name: "2. Quiet" })).toBeNull();

    await user.click(screen.getByRole("checkbox", { name: "Show unchanged articles" }));

    expect(screen.getByRole("heading", { name: "2. Quiet" })).toBeTruthy();
    expect(screen.getByRole("heading", { name: "Introduction" })).toBeTruthy();
  });

  test("can be looked at between others, in another language", async () => {
    const asked = server().on("GET terms/changes", { ...changes, articles: undefined });
    const { user, go } = open({ agreement: "terms", tab: "changes" });
    await screen.findByText("Kinder words.");

    await user.selectOptions(screen.getByLabelText("Language"), "zh-Hans");

    expect(go).toHaveBeenLastCalledWith({ agreement: "terms", tab: "changes", from: 1, version: 2, text: "zh-Hans" });
    expect(asked.requests("GET terms/changes?from=1&to=2&locale=zh-Hans")).toHaveLength(1);
    expect(await screen.findByText("These two versions have no text in this language")).toBeTruthy();
  });

  test("have no tab with one version, whose address shows the versions", async () => {
    server().on("GET terms", agreement({ versions: [version()] }));
    open({ agreement: "terms", tab: "changes" });

    expect(await screen.findByRole("link", { name: "Version 1" })).toBeTruthy();
    expect(screen.queryByRole("tab", { name: "Changes" })).toBeNull();
  });
});
