import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { SetupView } from "../../../../main/typescript/setup";
import { examine } from "../../../../main/typescript/setup/pages/examine";
import { FakeServer, refused } from "../../support/fakeServer";
import { everything } from "../../support/samples";
import { viewProps } from "../../support/viewProps";

vi.mock("../../../../main/typescript/setup/pages/examine", () => ({ examine: vi.fn() }));

const registration = { page: "REGISTRATION", template: "register.ftl", locale: "en" };
const acceptance = { page: "ACCEPTANCE", template: "agreement-acceptance.ftl", locale: "zh-Hans" };

let server: FakeServer;

beforeEach(() => {
  vi.mocked(examine).mockResolvedValue([]);
  server = new FakeServer()
    .on("GET access", everything)
    .on("GET setup", { inUse: true, fingerprint: "f1", conditions: [] })
    .on("GET setup/pages", [registration, acceptance])
    .on("GET setup/pages/REGISTRATION/en", { ...registration, html: "<p>register</p>" })
    .on("GET setup/pages/ACCEPTANCE/zh-Hans", { ...acceptance, html: "<p>accept</p>" });
});

const look = async (locale = "en", button = "Look at the pages") => {
  render(<SetupView {...viewProps} locale={locale} />);
  await userEvent.click(await screen.findByRole("button", { name: button }));
};

test("every page is looked at in its language, and none has a fault", async () => {
  await look();

  expect(await screen.findByText("No fault is to be seen.")).toBeTruthy();
  expect(vi.mocked(examine).mock.calls).toEqual([
    ["<p>register</p>", "en"],
    ["<p>accept</p>", "zh-Hans"],
  ]);
});

test("faults are told of the page that has them", async () => {
  vi.mocked(examine).mockResolvedValueOnce([
    { rule: "boxes", at: "I accept" },
    { rule: "contrast", at: "Terms (2.1 : 1)" },
  ]);
  await look();

  expect(await screen.findByText("One page has a fault.")).toBeTruthy();
  expect(screen.getByRole("heading", { level: 3 }).textContent).toBe("Registration (English) register.ftl");
  expect(screen.getByText("A box is ticked in advance: I accept")).toBeTruthy();
  expect(screen.getByText("Text with a contrast under 4.5 : 1: Terms (2.1 : 1)")).toBeTruthy();
});

test("a page that the theme fails to make has a fault", async () => {
  server.on("GET setup/pages/REGISTRATION/en", registration);
  await look("zh-TW", "檢視頁面");

  expect(await screen.findByText("有 1 個頁面存在問題。")).toBeTruthy();
  expect(screen.getByText("您的主題無法產生此頁面。")).toBeTruthy();
});

test("a refusal of the server is told", async () => {
  server.on("GET setup/pages", refused(403, "Forbidden"));
  await look();

  expect(await screen.findByText("Forbidden")).toBeTruthy();
});

test("a realm that asks for nothing has no pages to look at", async () => {
  server.on("GET setup", { inUse: false, fingerprint: "f1", conditions: [] });
  render(<SetupView {...viewProps} />);
  await screen.findByText("This realm has all it needs.");

  expect(screen.queryByRole("button", { name: "Look at the pages" })).toBeNull();
});
