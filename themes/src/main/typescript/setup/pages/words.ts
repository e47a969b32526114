import { messages } from "../../common";

/** Words about how the pages look on which users decide. */
export const pageWords = messages(
  {
    title: "Pages as this browser shows them",
    explanation:
      "What only a browser can tell of the pages on which users decide: sizes, colours and places, with your own theme and " +
      "your own words, on a screen and on a phone, in every language of the realm.",
    examine: "Look at the pages",
    none: "There is no page to look at.",
    fine: "No fault is to be seen.",
    faulty: (n: number) => (n === 1 ? "One page has a fault." : `${n} pages have faults.`),
    fails: "Your theme fails to make this page.",
    pageREGISTRATION: "Registration",
    pageACCEPTANCE: "Sign-in",
    boxes: (at: string) => `A box is ticked in advance: ${at}`,
    order: (at: string) => `A button stands above a text it decides on: ${at}`,
    refusal: (at: string) => `The button to refuse is smaller than the one to accept: ${at}`,
    contrast: (at: string) => `Text with a contrast under 4.5 : 1: ${at}`,
    keyboard: (at: string) => `A text that the keyboard cannot reach: ${at}`,
    language: (at: string) => `What stands around the agreements is in another language: ${at}`,
  },
  {
    title: "此浏览器中显示的页面",
    explanation:
      "供用户作出决定的页面中，只有浏览器才能判断的内容：使用您自己的主题和文字时的大小、颜色和位置；包括电脑与手机屏幕，以及领域的每种语言。",
    examine: "查看页面",
    none: "没有可查看的页面。",
    fine: "未发现问题。",
    faulty: (n) => `有 ${n} 个页面存在问题。`,
    fails: "您的主题无法生成此页面。",
    pageREGISTRATION: "注册",
    pageACCEPTANCE: "登录",
    boxes: (at) => `有预先勾选的复选框：${at}`,
    order: (at) => `按钮位于其所针对的文本之前：${at}`,
    refusal: (at) => `拒绝按钮小于同意按钮：${at}`,
    contrast: (at) => `对比度低于 4.5 : 1 的文字：${at}`,
    keyboard: (at) => `键盘无法到达的文本：${at}`,
    language: (at) => `协议周围的文字使用了其他语言：${at}`,
  },
  {
    title: "此瀏覽器中顯示的頁面",
    explanation:
      "供使用者作出決定的頁面中，只有瀏覽器才能判斷的內容：使用您自己的主題和文字時的大小、顏色和位置；包括電腦與手機螢幕，以及領域的每種語言。",
    examine: "檢視頁面",
    none: "沒有可檢視的頁面。",
    fine: "未發現問題。",
    faulty: (n) => `有 ${n} 個頁面存在問題。`,
    fails: "您的主題無法產生此頁面。",
    pageREGISTRATION: "註冊",
    pageACCEPTANCE: "登入",
    boxes: (at) => `有預先勾選的核取方塊：${at}`,
    order: (at) => `按鈕位於其所針對的文字之前：${at}`,
    refusal: (at) => `拒絕按鈕小於同意按鈕：${at}`,
    contrast: (at) => `對比度低於 4.5 : 1 的文字：${at}`,
    keyboard: (at) => `鍵盤無法到達的文字：${at}`,
    language: (at) => `協議周圍的文字使用了其他語言：${at}`,
  },
);
