import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { AccountProps } from "../../../main/typescript/account/AccountView";
import type { Grant, MyRecord } from "../../../main/typescript/account/api";
import { MyDataPage } from "../../../main/typescript/account/data/MyDataPage";
import { Answered, type FakeServer, refused } from "../support/fakeServer";
import { NOW } from "../support/samples";
import { accountProps, accountServer, allowed, watchDownloads } from "./support";

const grant: Grant = {
  clientId: "shop/app",
  clientName: "The shop",
  scopes: ["Your e-mail address", "phone"],
  givenAt: NOW,
  changedAt: NOW + 60_000,
};

const disclosure: MyRecord = {
  id: "d1",
  type: "DISCLOSURE",
  occurredAt: NOW,
  details: { recipient: "A court", ground: "Article 18", data: ["name", "orders", { phones: 2 }] },
};

let server: FakeServer;

beforeEach(() => {
  vi.restoreAllMocks();
  server = accountServer();
});

const show = (props: Partial<AccountProps> = {}) => render(<MyDataPage {...accountProps(props)} />);

describe("applications", () => {
  test("are listed with what they may see, and lose their access when that is confirmed", async () => {
    server.on("GET me/grants", [grant]).on("DELETE account/applications/shop%2Fapp/consent", new Answered(204));
    show();

    expect(await screen.findByText("May see: Your e-mail address, phone")).not.toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Remove access: The shop" }));
    expect(server.requests("DELETE account/applications/shop%2Fapp/consent")).toHaveLength(0);
    await userEvent.click(await screen.findByRole("button", { name: "Remove access" }));

    expect(await screen.findByText("The shop no longer has access")).not.toBeNull();
    expect(screen.getByText("You have not allowed any application to see your data.")).not.toBeNull();
    await waitFor(() => expect(document.activeElement?.textContent).toBe("Applications"));
  });

  test("keep their access when taking it away fails, and the dialog says why", async () => {
    server.on("GET me/grants", [grant]).on("DELETE account/applications/shop%2Fapp/consent", refused(500, "Not now."));
    show();

    await userEvent.click(await screen.findByRole("button", { name: "Remove access: The shop" }));
    await userEvent.click(await screen.findByRole("button", { name: "Remove access" }));

    expect(await screen.findByText("Not now.")).not.toBeNull();
    expect(screen.getByRole("dialog")).not.toBeNull();
  });

  test("cannot be touched by those who may only look", async () => {
    server
      .on("GET me/access", { ...allowed, decide: false, export: false, report: false })
      .on("GET me/grants", [grant]);
    show();

    expect(await screen.findByText("The shop")).not.toBeNull();
    expect(screen.queryByRole("button")).toBeNull();
  });
});

test("others who were given data are named with ground and data", async () => {
  server.on("GET me/records?type=DISCLOSURE&first=0&max=11", [disclosure]);
  show();

  expect(await screen.findByText("Given to A court")).not.toBeNull();
  expect(screen.getByText("Article 18")).not.toBeNull();
  expect(screen.getByText('name, orders, {"phones":2}')).not.toBeNull();
  expect(screen.queryByText("Note")).toBeNull();
});

test("a ground of the closed list is said in words, and why the user was not told earlier", async () => {
  const details = { recipient: "A court", ground: "LAW", data: "name", reference: "4711", silence: "Article 35" };
  server.on("GET me/records?type=DISCLOSURE&first=0&max=11", [{ ...disclosure, details }]);
  show();

  expect(await screen.findByText("Law or authority")).not.toBeNull();
  expect(screen.getByText("4711")).not.toBeNull();
  expect(screen.getByText("Why you were not told earlier")).not.toBeNull();
});

test("what the user has been told otherwise since is left out, and the right one says that it was corrected", async () => {
  server.on("GET me/records?type=DISCLOSURE&first=0&max=11", [
    { ...disclosure, id: "d2", details: { recipient: "Another court", corrects: "e1" } },
    { ...disclosure, corrected: true },
  ]);
  show();

  expect(await screen.findByText("Given to Another court")).not.toBeNull();
  expect(screen.getByText(/^Corrected: this stands in the place of an earlier entry/)).not.toBeNull();
  expect(screen.queryByText("Given to A court")).toBeNull();
});

describe("the export", () => {
  test("is saved under the name the server gave it", async () => {
    const saved = watchDownloads();
    server.on(
      "GET me/export",
      new Answered(200, {}, { "content-disposition": 'attachment; filename="my-data-shop-2026-11-22.zip"' }),
    );
    show();

    await userEvent.click(await screen.findByRole("button", { name: "Download my data" }));

    await waitFor(() => expect(saved.map(({ name }) => name)).toEqual(["my-data-shop-2026-11-22.zip"]));
  });

  test("asked for again too soon says how long to wait", async () => {
    server.on("GET me/export", new Answered(429, { errorMessage: "Wait." }, { "retry-after": "42" }));
    show();

    await userEvent.click(await screen.findByRole("button", { name: "Download my data" }));

    expect(await screen.findByText(/Try again in 42 seconds\. Nothing is lost\./)).not.toBeNull();
    expect(screen.queryByText("This did not work")).toBeNull();
  });

  test("asked for too often within a day says how long to wait", async () => {
    server.on("GET me/export", new Answered(429, { errorMessage: "Wait." }, { "retry-after": "20000" }));
    show();

    await userEvent.click(await screen.findByRole("button", { name: "Download my data" }));

    expect(await screen.findByText(/too often in a short time\. Try again in 6 hours/)).not.toBeNull();
    expect(screen.queryByText("The server refused")).toBeNull();
  });

  test("that fails says why", async () => {
    server.on("GET me/export", refused(500, "Out of order."));
    show();

    await userEvent.click(await screen.findByRole("button", { name: "Download my data" }));

    expect(await screen.findByText("Out of order.")).not.toBeNull();
  });
});

describe("a report", () => {
  const confirm = async () => {
    await userEvent.click(await screen.findByRole("button", { name: "This was not me" }));
    expect(server.requests("POST me/reports")).toHaveLength(0);
    await userEvent.click(await screen.findByRole("button", { name: "Yes, this was not me" }));
  };

  test("says what happened, and has no way on but to a new password", async () => {
    server.on("POST me/reports", { sessionsEnded: 2, passwordAsked: true });
    const props = accountProps();
    show(props);

    await confirm();
    expect(await screen.findByText("2 other sessions have ended.")).not.toBeNull();
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByRole("button", { name: "Close" })).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Choose a new password" }));

    expect(props.login).toHaveBeenCalledWith("UPDATE_PASSWORD");
  });

  test("of a user without a password here ends with what to do", async () => {
    server.on("POST me/reports", { sessionsEnded: 0, passwordAsked: false });
    const props = accountProps();
    show(props);

    await confirm();

    expect(await screen.findByText(/Change it where you sign in/)).not.toBeNull();
    await userEvent.click(screen.getAllByRole("button", { name: "Close" }).at(-1)!);
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(props.login).not.toHaveBeenCalled();
  });
});
