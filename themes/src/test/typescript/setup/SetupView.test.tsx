import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test } from "vitest";
import type { Setup, SetupCondition } from "../../../main/typescript/api";
import { SetupView } from "../../../main/typescript/setup";
import { FakeServer, refused } from "../support/fakeServer";
import { everything } from "../support/samples";
import { viewProps } from "../support/viewProps";

const listener: SetupCondition = {
  id: "event-listener",
  title: "Event listener",
  state: "TO_MEND",
  sentence: "Consents to clients do not go on record.",
  changes: ["The event listener agreements is added."],
};
const sender: SetupCondition = {
  id: "email-sender",
  title: "E-mail",
  state: "BY_HAND",
  sentence: "The realm cannot send mail.",
  changes: [],
};
const theme: SetupCondition = {
  id: "login-theme",
  title: "Login theme",
  state: "OK",
  sentence: "The theme shows the agreements.",
  changes: [],
};
const flow: SetupCondition = {
  id: "registration-flow",
  title: "Registration",
  state: "NOT_NEEDED",
  sentence: "Nobody can register.",
  changes: [],
  withoutJars: "The registration page fails.",
};
const setup = (...conditions: SetupCondition[]): Setup => ({ inUse: true, fingerprint: "f1", conditions });
const mended: SetupCondition = { ...listener, state: "OK", sentence: "They go on record.", changes: [] };

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer()
    .on("GET access", everything)
    .on("GET setup", setup(listener, sender, theme, flow))
    .on("GET setup?condition=event-listener", setup(listener));
});

const show = (locale = "en") => render(<SetupView {...viewProps} locale={locale} />);
const row = async (title: string) => within((await screen.findByRole("heading", { name: title })).closest("li")!);
const press = async (name: string) => userEvent.click(await screen.findByRole("button", { name }));
const dialog = async () => within(await screen.findByRole("dialog"));

describe("what a realm needs", () => {
  test("is listed with its state in words, why, and what would happen without the jars", async () => {
    show();

    expect((await row("Event listener")).getByText("To mend")).toBeTruthy();
    expect((await row("E-mail")).getByText("Up to you")).toBeTruthy();
    expect((await row("Login theme")).getByText("In order")).toBeTruthy();
    const registration = await row("Registration");
    expect(registration.getByText("Not needed")).toBeTruthy();
    expect(registration.getByText("Nobody can register.")).toBeTruthy();
    expect(registration.getByText(/^If the jars are removed.*The registration page fails\.$/)).toBeTruthy();
    expect(screen.getByText("2 things are missing.")).toBeTruthy();
  });

  test("is asked for in the language of the reader, and the page speaks it", async () => {
    show("zh-CN");

    expect(await screen.findByRole("heading", { name: "设置检查" })).toBeTruthy();
    expect((await row("Event listener")).getByText("可修复")).toBeTruthy();
    expect(server.requests("GET setup")[0]!.headers.get("accept-language")).toBe("zh-CN");
  });

  test("offers to mend only what can be mended", async () => {
    show();
    await row("E-mail");

    expect(screen.getAllByRole("button").map(({ textContent }) => textContent)).toEqual([
      "Mend all",
      "Take all back",
      "Mend",
      "Look at the pages",
    ]);
  });

  test("can only be looked at by who may not manage the realm", async () => {
    server.on("GET access", { ...everything, manageRealm: false });
    show();
    await row("Event listener");

    expect(screen.getAllByRole("button").map(({ textContent }) => textContent)).toEqual(["Look at the pages"]);
  });

  test("is in order where nothing is missing", async () => {
    server.on("GET setup", setup(mended, theme, flow));
    show();

    expect(await screen.findByText("This realm has all it needs.")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Mend all" })).toBeNull();
  });
});

describe("mending", () => {
  test("shows first what is changed, and changes what was shown", async () => {
    server.on("POST setup", setup(mended, sender, theme, flow));
    show();
    await press("Mend: Event listener");
    const asked = await dialog();
    expect(await asked.findByText("The event listener agreements is added.")).toBeTruthy();
    expect(server.requests("POST setup")).toHaveLength(0);

    await userEvent.click(asked.getByRole("button", { name: "Mend" }));

    expect(await screen.findByText("The realm is mended")).toBeTruthy();
    expect(server.requests("POST setup")[0]!.body).toEqual({ fingerprint: "f1", conditions: ["event-listener"] });
    expect((await row("Event listener")).getByText("In order")).toBeTruthy();
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  test("of all names no condition", async () => {
    server.on("POST setup", setup(mended, sender, theme, flow));
    show();
    await press("Mend all");
    const asked = await dialog();
    await asked.findByText("The event listener agreements is added.");
    await userEvent.click(asked.getByRole("button", { name: "Mend" }));

    expect(await screen.findByText("One thing is missing.")).toBeTruthy();
    expect(server.requests("POST setup")[0]!.body).toEqual({ fingerprint: "f1" });
  });

  test("that is left changes nothing", async () => {
    show();
    await press("Mend all");
    await userEvent.click((await dialog()).getByRole("button", { name: "Cancel" }));

    expect(screen.queryByRole("dialog")).toBeNull();
    expect(server.requests("POST setup")).toHaveLength(0);
  });

  test("of what is otherwise by now shows what would be changed now", async () => {
    server.on("POST setup", refused(409, "What would be changed is something else by now."));
    show();
    await press("Mend: Event listener");
    const asked = await dialog();
    await asked.findByText("The event listener agreements is added.");
    server.on("GET setup?condition=event-listener", {
      ...setup({ ...listener, changes: ["Something else."] }),
      fingerprint: "f2",
    });
    await userEvent.click(asked.getByRole("button", { name: "Mend" }));

    expect(await asked.findByText(/Something has changed meanwhile/)).toBeTruthy();
    expect(await asked.findByText("Something else.")).toBeTruthy();
    server.on("POST setup", setup(mended));
    await userEvent.click(asked.getByRole("button", { name: "Mend" }));
    expect(await screen.findByText("The realm is mended")).toBeTruthy();
    expect(server.requests("POST setup")[0]!.body).toMatchObject({ fingerprint: "f2" });
  });
});

describe("taking all back", () => {
  beforeEach(() => {
    server.on(
      "GET setup?takeBack=true",
      setup({ ...mended, changes: ["The event listener agreements is taken out."], stays: "Requests stay." }),
    );
  });

  test("says what is changed and what stays, and does what was shown", async () => {
    server.on("DELETE setup", setup(listener, sender, theme, flow));
    show();
    await press("Take all back");
    const asked = await dialog();
    expect(await asked.findByText("The event listener agreements is taken out.")).toBeTruthy();
    expect(asked.getByText("Requests stay.")).toBeTruthy();
    expect(asked.getByText(/records and what users have accepted stay/)).toBeTruthy();

    await userEvent.click(asked.getByRole("button", { name: "Take all back" }));

    expect(await screen.findByText("All is taken back")).toBeTruthy();
    expect(server.requests("DELETE setup?fingerprint=f1")).toHaveLength(1);
  });

  test("has nothing to do where nothing is there", async () => {
    server.on("GET setup?takeBack=true", setup(theme));
    show();
    await press("Take all back");
    const asked = await dialog();

    expect(await asked.findByText("There is nothing to change.")).toBeTruthy();
    expect(asked.getByRole<HTMLButtonElement>("button", { name: "Take all back" }).disabled).toBe(true);
  });
});
