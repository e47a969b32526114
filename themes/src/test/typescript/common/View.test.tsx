import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { useView, View, ViewHeader } from "../../../main/typescript/common";
import { FakeServer, refused } from "../support/fakeServer";
import { everything } from "../support/samples";
import { viewProps } from "../support/viewProps";

const show = (locale = "en") =>
  render(
    <View {...viewProps} locale={locale}>
      <ViewHeader title="Title" />
      <Zone />
    </View>,
  );

function Zone() {
  return <output>{useView().timeZone}</output>;
}

test("a view knows the zone of the realm, and its page names it", async () => {
  const server = new FakeServer().on("GET access", everything);
  show();

  expect((await screen.findByRole("status")).textContent).toBe("Asia/Shanghai");
  expect(screen.getByText("Times in Asia/Shanghai")).toBeTruthy();
  expect(server.requests("GET access")).toHaveLength(1);
});

test("the zone is named in Chinese", async () => {
  new FakeServer().on("GET access", everything);
  show("zh-TW");

  expect(await screen.findByText("時間以 Asia/Shanghai 時區為準")).toBeTruthy();
});

test("a zone the browser does not know is UTC, and so it says", async () => {
  new FakeServer().on("GET access", { ...everything, timeZone: "Mars/Olympus" });
  show();

  expect(await screen.findByText("Times in UTC")).toBeTruthy();
});

test("who may not ask for it sees the page in UTC", async () => {
  new FakeServer().on("GET access", refused(403, "HTTP 403 Forbidden"));
  show();

  expect(await screen.findByText("Times in UTC")).toBeTruthy();
});

test("a zone that did not come is asked for again, and no page is shown before", async () => {
  const server = new FakeServer().on("GET access", refused(500, "Out of order"));
  show();
  expect(await screen.findByText("Out of order")).toBeTruthy();
  expect(screen.queryByText("Title")).toBeNull();

  server.on("GET access", everything);
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));

  expect(await screen.findByText("Times in Asia/Shanghai")).toBeTruthy();
});
