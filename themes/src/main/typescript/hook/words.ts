import { messages } from "../common/language/messages";

export const hookWords = messages(
  { agreements: "Agreements", notSignedIn: "You are no longer signed in. Load this page anew to sign in again." },
  { agreements: "协议", notSignedIn: "您的登录已失效。请刷新页面重新登录。" },
);
