import type { ViewProps } from "../../../main/typescript/common";

export const viewProps: ViewProps = {
  realm: "shop",
  adminBaseUrl: "https://id.example",
  locale: "en",
  getAccessToken: () => Promise.resolve("token-1"),
};
