import { describe, expect, test, vi } from "vitest";
import { AgreementsApi, ApiError } from "../../../main/typescript/api";
import { Answered, FakeServer, refused } from "../support/fakeServer";
import { viewProps } from "../support/viewProps";

const api = new AgreementsApi(viewProps);

describe("the client of the API", () => {
  test("asks at the address of the realm with a token fetched for each request", async () => {
    const fetched = vi.fn((_address: string, _request: RequestInit) => Promise.resolve(new Response("[]")));
    vi.stubGlobal("fetch", fetched);
    let tokens = 0;
    const spaced = new AgreementsApi({
      adminBaseUrl: "https://id.example/",
      realm: "a shop",
      getAccessToken: () => Promise.resolve(`token-${++tokens}`),
    });

    await spaced.agreements();
    await spaced.coverages();

    expect(fetched.mock.calls.map(([address]) => address)).toEqual([
      "https://id.example/admin/realms/a%20shop/agreements",
      "https://id.example/admin/realms/a%20shop/agreements/coverage",
    ]);
    expect(new Headers(fetched.mock.calls[1]![1].headers).get("authorization")).toBe("Bearer token-2");
  });

  test("sends a change with the edits it was read with as JSON", async () => {
    const server = new FakeServer().on("PUT terms/versions/2/texts/zh-Hans", { locale: "zh-Hans", edits: 4 });

    const saved = await api.saveText("terms", 2, "zh-Hans", { title: "条款", content: "# 条款", edits: 3 });

    expect(saved.edits).toBe(4);
    expect(server.received[0]!.headers.get("content-type")).toBe("application/json");
    expect(server.received[0]!.body).toEqual({ title: "条款", content: "# 条款", edits: 3 });
  });

  test("leaves out of the query what is not asked for", async () => {
    const server = new FakeServer().on("GET records", []);

    await api.records({ user: "", type: "ACCEPTANCE", after: undefined, max: 21 });

    expect(server.received[0]!.path).toBe("records?type=ACCEPTANCE&max=21");
  });

  test("cannot be led to another path by a key", async () => {
    const server = new FakeServer();

    await expect(api.agreement("../../users")).rejects.toThrow();

    expect(server.received[0]!.path).toBe("..%2F..%2Fusers");
  });

  test("gives back what a refusal of the server says", async () => {
    new FakeServer().on("POST terms/versions/2/publish", refused(400, "The text in zh-Hans is missing"));

    const failure = await api.publish("terms", 2, { edits: 5 }).catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(ApiError);
    expect(failure).toMatchObject({ status: 400, message: "The text in zh-Hans is missing", isConflict: false });
  });

  test("tells a conflict from other refusals", async () => {
    new FakeServer().on("DELETE terms", refused(409, "It was published"));

    await expect(api.deleteAgreement("terms")).rejects.toMatchObject({ isConflict: true });
  });

  test("names the status where the answer is no JSON", async () => {
    vi.stubGlobal("fetch", () => Promise.resolve(new Response("<html>", { status: 502, statusText: "Bad Gateway" })));

    await expect(api.access()).rejects.toMatchObject({ status: 502, message: "502 Bad Gateway" });
  });

  test("says so when there is no answer at all", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));

    await expect(api.access()).rejects.toMatchObject({ status: 0, message: "Failed to fetch" });
  });

  test("takes an empty answer to a deletion", async () => {
    new FakeServer().on("DELETE terms/versions/2", new Answered(204));

    await expect(api.deleteVersion("terms", 2)).resolves.toBeUndefined();
  });

  test("fetches the list of users as CSV", async () => {
    const fetched = vi.fn((_address: string, _request: RequestInit) => Promise.resolve(new Response("user\n")));
    vi.stubGlobal("fetch", fetched);

    const csv = await api.usersOfAsCsv("terms", { status: "PENDING" });

    expect(await csv.text()).toBe("user\n");
    expect(fetched.mock.calls[0]![0]).toMatch(/\/terms\/users\?status=PENDING$/);
    expect(new Headers(fetched.mock.calls[0]![1].headers).get("accept")).toBe("text/csv");
  });
});
