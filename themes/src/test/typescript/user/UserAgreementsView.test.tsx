import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { LedgerRecord, UserAgreements } from "../../../main/typescript/api";
import { UserAgreementsView } from "../../../main/typescript/user";
import { Answered, FakeServer, refused } from "../support/fakeServer";
import { agreement, everything, nothing, NOW } from "../support/samples";
import { viewProps } from "../support/viewProps";

const nadia: UserAgreements = {
  userId: "id-1",
  username: "nadia",
  agreements: [
    {
      key: "terms",
      title: "Terms of use",
      requirement: "REQUIRED",
      standing: { version: 1, decision: "ACCEPTED", locale: "zh-Hans", decidedAt: NOW },
      owed: 2,
    },
    {
      key: "news",
      title: "News",
      requirement: "OPTIONAL",
      standing: { version: 3, decision: "WITHDRAWN", decidedAt: NOW },
      offered: 4,
    },
    { key: "profiling", title: "Profiling", requirement: "OPTIONAL" },
  ],
};

const records = (count: number): LedgerRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `r${index}`,
    userId: "id-1",
    type: "ACCEPTANCE",
    agreementKey: "terms",
    version: index + 1,
    decision: "ACCEPTED",
    occurredAt: NOW,
    recordedAt: NOW,
  }));

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer().on("GET access", nothing).on("GET users/id-1", nadia).on("GET records", records(1));
});

const show = (props: Partial<Parameters<typeof UserAgreementsView>[0]> = {}) =>
  render(<UserAgreementsView {...viewProps} userId="id-1" {...props} />);

const rowOf = async (title: string) => {
  const table = await screen.findByRole("grid", { name: "Agreements of this user" });
  return within(table).getByText(title).closest("tr")!.textContent;
};

describe("the agreements of a user", () => {
  test("say what was decided last, and what is owed", async () => {
    show();

    const row = await rowOf("Terms of use");
    expect(row).toContain("Acceptedon version 1");
    expect(row).toContain("Simplified Chinese");
    expect(row).toContain("Must accept version 2");
  });

  test("tell what is offered from what is owed", async () => {
    show();

    const row = await rowOf("News");
    expect(row).toContain("Withdrawnon version 3");
    expect(row).toContain("Is offered version 4");
    expect(row).not.toContain("Must accept");
  });

  test("say that nothing was decided, and nothing has to be", async () => {
    show();

    expect(await rowOf("Profiling")).toBe("ProfilingprofilingNone yet––Nothing");
  });

  test("have a history whose records can be opened", async () => {
    show();
    await userEvent.click(await screen.findByRole("button", { name: /^Details: Accepted version 1/ }));

    expect(screen.getByText("Record ID")).toBeTruthy();
    expect(server.requests("GET records?user=id-1&max=11")).toHaveLength(1);
  });

  test("lead from what was decided to the very text", async () => {
    server
      .on("GET /", [
        agreement({ key: "terms", titles: { en: "Terms" } }),
        agreement({ key: "old", titles: { en: "Old terms" } }),
      ])
      .on("GET records", [
        { ...records(1)[0], locale: "zh-Hans" },
        { ...records(2)[1], agreementKey: "old", locale: "en" },
      ]);
    show({ hrefOf: ({ agreement: key, tab, version, text }) => `#/${key}/${tab}/${version}/${text}` });

    const standings = await screen.findByRole("grid", { name: "Agreements of this user" });
    const of = (name: string) => within(standings).findByRole("link", { name });
    expect((await of("on version 1")).getAttribute("href")).toBe("#/terms/text/1/zh-Hans");
    expect((await of("on version 3")).getAttribute("href")).toBe("#/news/text/3/undefined");
    await userEvent.click(await screen.findByRole("button", { name: /^Details: Accepted version 2/ }));
    expect(screen.getByRole("link", { name: /version 2/i }).getAttribute("href")).toBe("#/old/text/2/en");
  });

  test("lead to no text for who may not see agreements", async () => {
    server.on("GET /", refused(403, "HTTP 403 Forbidden"));
    show({ hrefOf: () => "#" });
    await userEvent.click(await screen.findByRole("button", { name: /^Details: Accepted version 1/ }));

    expect(screen.queryByRole("link")).toBeNull();
  });

  test("have a history to page through", async () => {
    server.on("GET records", records(11));
    show();
    await screen.findByText("Accepted version 10");
    await userEvent.click(screen.getByRole("button", { name: "Next page" }));

    await vi.waitFor(() => expect(server.requests("GET records?user=id-1&after=r9&max=11")).toHaveLength(1));
  });

  test("are shown to those who may not see the history", async () => {
    server.on("GET records", refused(403, "HTTP 403 Forbidden"));
    show();

    expect(await screen.findByText(/view-events/)).toBeTruthy();
    expect(await rowOf("Terms of use")).toContain("Must accept version 2");
    expect(screen.queryByText("HTTP 403 Forbidden")).toBeNull();
  });

  test("are not shown to those who may not see the user", async () => {
    server.on("GET users/id-1", refused(403, "HTTP 403 Forbidden"));
    show();

    expect(await screen.findByText("You are not allowed to see this")).toBeTruthy();
    expect(screen.queryByText("History")).toBeNull();
  });

  test("say that the user wants the account deleted, and what can be done about it", async () => {
    const deletion = { userId: "id-1", username: "nadia", requestedAt: NOW, dueAt: Date.now() + 86_400_000 };
    server.on("GET access", everything).on("GET users/id-1", { ...nadia, deletion });
    show();

    expect(await screen.findByRole("heading", { name: /This user has asked for the deletion/ })).toBeTruthy();
    await userEvent.click(await screen.findByRole("button", { name: "Carry out now: nadia" }));
    server
      .on("POST deletion-requests/id-1/execute", new Answered(204))
      .on("GET users/id-1", refused(404, "There is no user id-1."));
    await userEvent.click(screen.getByRole("button", { name: "Delete account" }));

    expect(await screen.findByText("The account of nadia has been deleted")).toBeTruthy();
    expect(await screen.findByText("There is no user id-1.")).toBeTruthy();
  });

  test("offer nothing about a deletion to who may not manage users", async () => {
    const deletion = { userId: "id-1", username: "nadia", requestedAt: NOW, dueAt: NOW };
    server.on("GET access", { ...everything, manageUsers: false }).on("GET users/id-1", { ...nadia, deletion });
    show();

    expect(await screen.findByText("Due now")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /nadia/ })).toBeNull();
  });

  test("are asked for in the language of whoever is looking, and without a title go by their key", async () => {
    server.on("GET users/id-1", { ...nadia, agreements: [{ key: "draft" }] });
    show({ locale: "zh_CN" });

    expect(await screen.findAllByText("draft")).toHaveLength(2);
    expect(server.requests("GET users/id-1")[0]!.headers.get("accept-language")).toBe("zh-CN");
  });

  test("say so where there are none", async () => {
    server.on("GET users/id-1", { ...nadia, agreements: [] }).on("GET records", []);
    show();

    expect(await screen.findByText("No agreements")).toBeTruthy();
    expect(await screen.findByText("There is no record of this user yet.")).toBeTruthy();
  });

  test("speak Chinese", async () => {
    show({ locale: "zh_CN" });

    expect(await screen.findByText("须同意第 2 版")).toBeTruthy();
    expect(screen.getByRole("heading", { name: "历史记录" })).toBeTruthy();
  });
});

describe("the evidence", () => {
  test("of all records of the user is downloaded in one file", async () => {
    const saved: HTMLAnchorElement[] = [];
    Object.assign(URL, { createObjectURL: () => "blob:1", revokeObjectURL: () => undefined });
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this);
    });
    server.on("POST users/id-1/evidence", {});
    show();
    await userEvent.click(await screen.findByRole("button", { name: "Download evidence" }));

    expect(await screen.findByText("The evidence has been downloaded")).not.toBeNull();
    expect(saved.map(({ download }) => download)).toEqual(["evidence-id-1.zip"]);
  });

  test("that is refused says why", async () => {
    server.on("POST users/id-1/evidence", refused(403, "Not you."));
    show();
    await userEvent.click(await screen.findByRole("button", { name: "Download evidence" }));

    expect(await screen.findByText("Not you.")).not.toBeNull();
  });
});
