import { screen } from "@testing-library/react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { FakeServer, refused } from "../../support/fakeServer";
import { agreement, draft, everything, version } from "../../support/samples";
import { open } from "../support";

const EVIDENCE = "POST terms/versions/1/evidence";

let server: FakeServer;
let saved: HTMLAnchorElement[];

beforeEach(() => {
  server = new FakeServer()
    .on("GET access", everything)
    .on("GET terms", agreement({ versions: [version(), draft()] }))
    .on(EVIDENCE, {});
  saved = [];
  Object.assign(URL, { createObjectURL: () => "blob:1", revokeObjectURL: () => undefined });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this);
  });
});

describe("the evidence of a version", () => {
  test("is downloaded in one file", async () => {
    const { user } = open({ agreement: "terms", tab: "versions" });
    await user.click(await screen.findByRole("button", { name: "Evidence of version 1" }));

    expect(await screen.findByText("The evidence has been downloaded")).toBeTruthy();
    expect(saved.map(({ download }) => download)).toEqual(["evidence-terms-1.zip"]);
    expect(server.requests(EVIDENCE)).toHaveLength(1);
  });

  test("is there of what has been published alone", async () => {
    open({ agreement: "terms", tab: "versions" });

    expect(await screen.findByRole("button", { name: "Evidence of version 1" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Evidence of version 2" })).toBeNull();
  });

  test("is for those who may read the ledger and ask for users, whether or not they may change anything", async () => {
    server.on("GET access", { ...everything, manageRealm: false });
    open({ agreement: "terms", tab: "versions" });
    expect(await screen.findByRole("button", { name: "Evidence of version 1" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Retract version 1" })).toBeNull();
  });

  test.each(["viewEvents", "queryUsers"])("is not offered without %s", async (right) => {
    server.on("GET access", { ...everything, [right]: false });
    open({ agreement: "terms", tab: "versions" });

    expect(await screen.findByRole("button", { name: "Retract version 1" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Evidence of version 1" })).toBeNull();
  });

  test("that is refused says why", async () => {
    server.on(EVIDENCE, refused(403, "Not you."));
    const { user } = open({ agreement: "terms", tab: "versions" });
    await user.click(await screen.findByRole("button", { name: "Evidence of version 1" }));

    expect(await screen.findByText("Not you.")).toBeTruthy();
    expect(saved).toHaveLength(0);
  });

  test("is offered in Chinese", async () => {
    open({ agreement: "terms", tab: "versions" }, { locale: "zh_CN" });

    expect((await screen.findByRole("button", { name: "第 1 版的证据包" })).textContent).toBe("证据包");
  });
});
