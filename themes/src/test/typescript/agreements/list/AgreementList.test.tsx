import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { FakeServer, refused } from "../../support/fakeServer";
import { agreement, everything, NOW } from "../../support/samples";
import { open } from "../support";

const coverage = {
  key: "terms",
  requirement: "REQUIRED",
  version: 1,
  users: 200,
  exact: true,
  accepted: 50,
  acknowledged: 0,
  declined: 0,
  withdrawn: 0,
  pending: 150,
  counts: [],
  countedAt: NOW,
};

const server = () =>
  new FakeServer().on("GET access", everything).on("GET /", [agreement()]).on("GET coverage", [coverage]);

describe("the list of agreements", () => {
  test("tells of each its title, requirement, state, version in force and coverage", async () => {
    server();
    open({});

    const row = (await screen.findByRole("link", { name: "Terms of use" })).closest("tr")!;

    expect(row).toHaveProperty("textContent", expect.stringMatching(/terms.*Required.*In force.*1 \(2026-11\)/));
    expect(await within(row).findByText("25%")).toBeTruthy();
  });

  test("says where the names of an audience are of nothing there is", async () => {
    server().on("GET /", [
      agreement({ audience: { type: "ROLE", names: ["merchant"], missing: ["merchant"] } }),
      agreement({ key: "news", titles: { en: "News" }, audience: { type: "CLIENTS", names: ["shop"], missing: [] } }),
    ]);
    open({});

    const row = (await screen.findByRole("link", { name: "Terms of use" })).closest("tr")!;

    expect(within(row).getByText("Unknown name")).toBeTruthy();
    expect(screen.getAllByText("Unknown name")).toHaveLength(1);
  });

  test("is in Chinese for who reads Chinese", async () => {
    server();
    open({}, { locale: "zh-CN" });

    expect(await screen.findByRole("link", { name: "使用条款" })).toBeTruthy();
    expect(screen.getByRole("heading", { name: "协议" })).toBeTruthy();
  });

  test("asks for no coverage, and offers nothing to create, without the permissions", async () => {
    const asked = server().on("GET access", { ...everything, queryUsers: false, manageRealm: false });
    open({});

    await screen.findByRole("link", { name: "Terms of use" });

    expect(asked.requests("GET coverage")).toHaveLength(0);
    expect(screen.queryByRole("columnheader", { name: "Coverage" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Create agreement" })).toBeNull();
  });

  test("leads to an agreement", async () => {
    server();
    const { user, go } = open({});

    const link = await screen.findByRole("link", { name: "Terms of use" });
    expect(link.getAttribute("href")).toBe("#/shop/agreements/terms/versions");
    await user.click(link);

    expect(go).toHaveBeenCalledWith({ agreement: "terms", tab: "versions" });
  });

  test("says that it may not be seen", async () => {
    new FakeServer().on("GET access", everything).on("GET /", refused(403, "HTTP 403 Forbidden"));
    open({});

    expect(await screen.findByText("You are not allowed to see this")).toBeTruthy();
  });

  test("can be tried again after a failure", async () => {
    const failing = server().on("GET /", refused(500, "The database is away"));
    const { user } = open({});
    await screen.findByText("The database is away");

    failing.on("GET /", [agreement()]);
    await user.click(screen.getByRole("button", { name: "Try again" }));

    expect(await screen.findByRole("link", { name: "Terms of use" })).toBeTruthy();
  });
});

describe("a realm without agreements", () => {
  test("leads into the path to the first one by a single button", async () => {
    server().on("GET /", []).on("GET https://id.example/admin/realms/shop", {});
    const { user, go } = open({});
    await screen.findByText("No agreements yet");

    await user.click(screen.getByRole("button", { name: "Create agreement" }));

    expect(go).toHaveBeenCalledWith({ step: "name" });
    expect(await screen.findByRole("heading", { name: "Step 1 of 6: Title" })).toBeTruthy();
  });

  test("offers nothing to who may only look", async () => {
    server()
      .on("GET access", { ...everything, manageRealm: false })
      .on("GET /", []);
    open({});
    await screen.findByText("No agreements yet");

    expect(screen.queryByRole("button")).toBeNull();
  });
});
