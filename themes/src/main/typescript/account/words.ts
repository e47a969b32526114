import { messages } from "../common/language/messages";

/** Words that more than one page uses. */
export const accountWords = messages(
  {
    newTab: " (opens in a new tab)",
    notDone: "This did not work",
  },
  {
    newTab: "（在新标签页中打开）",
    notDone: "操作未成功",
  },
  {
    newTab: "（在新分頁中開啟）",
    notDone: "操作未成功",
  },
);
