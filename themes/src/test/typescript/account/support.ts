import { vi } from "vitest";
import type { AccountProps } from "../../../main/typescript/account/AccountView";
import type { MyAccess, MyAgreement, PublishedVersion } from "../../../main/typescript/account/api";
import { FakeServer } from "../support/fakeServer";
import { NOW } from "../support/samples";

export const allowed: MyAccess = {
  decide: true,
  export: true,
  report: true,
  delete: true,
  deletionRequested: false,
  eventsErased: true,
  recordsAhead: "ERASED",
  coolingOffDays: 7,
  timeZone: "Asia/Shanghai",
};

export const accountProps = (changes: Partial<AccountProps> = {}): AccountProps => ({
  serverBaseUrl: "https://id.example",
  realm: "shop",
  locale: "en",
  getAccessToken: () => Promise.resolve("token-1"),
  login: vi.fn(() => Promise.resolve()),
  ...changes,
});

/** Accepted as it is open now. */
export const terms = (changes: Partial<MyAgreement> = {}): MyAgreement => ({
  key: "terms",
  requirement: "REQUIRED",
  title: "Terms of use",
  locale: "en",
  decision: "ACCEPTED",
  version: 1,
  decidedLocale: "zh-Hans",
  decidedAt: NOW,
  recordId: "r1",
  inForce: 1,
  open: 1,
  owed: false,
  url: `${window.location.origin}/realms/shop/agreements/terms/versions/1`,
  ...changes,
});

/** Not decided yet. */
export const news = (changes: Partial<MyAgreement> = {}): MyAgreement => ({
  key: "news",
  requirement: "OPTIONAL",
  title: "News",
  locale: "en",
  inForce: 2,
  open: 2,
  owed: false,
  url: `${window.location.origin}/realms/shop/agreements/news/versions/2`,
  ...changes,
});

export const published = (key: string, number: number): PublishedVersion => ({
  key,
  bindingLocale: "zh-Hans",
  version: {
    number,
    texts: [
      { locale: "zh-Hans", title: "标题", digest: `${key}-${number}-zh`, html: `<p>${key} 第 ${number} 版</p>` },
      { locale: "en", title: "Title", digest: `${key}-${number}-en`, html: `<p>${key} version ${number}</p>` },
    ],
  },
});

/** A server with what every page asks for. */
export const accountServer = (access: Partial<MyAccess> = {}): FakeServer =>
  new FakeServer()
    .on("GET me/access", { ...allowed, ...access })
    .on("GET me/records", [])
    .on("GET me/grants", []);

/** Takes the place of saving files; gives back what was saved. */
export function watchDownloads(): { name: string; content: Blob }[] {
  const saved: { name: string; content: Blob }[] = [];
  let latest = new Blob();
  Object.assign(URL, {
    createObjectURL: (content: Blob) => {
      latest = content;
      return "blob:1";
    },
    revokeObjectURL: () => undefined,
  });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, content: latest });
  });
  return saved;
}
