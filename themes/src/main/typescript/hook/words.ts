import { messages } from "../common/language/messages";

export const hookWords = messages(
  { agreements: "Agreements", notSignedIn: "You are no longer signed in. Load this page anew to sign in again." },
  { agreements: "协议", notSignedIn: "您的登录已失效。请刷新页面重新登录。" },
  {
    agreements: "協議",
    notSignedIn: "您的登入已失效。請重新整理頁面重新登入。",
  },
);
