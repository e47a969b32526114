import { messages } from "../../common";

/** What an author is told of a text, and of its languages beside one another. */
export const findingWords = messages(
  {
    findingPDF: () => "This is a PDF file. Put the words in, as Markdown or plain text.",
    findingRTF: () => "This is an RTF file. Put the words in, as Markdown or plain text.",
    findingPAGE: () => "This is a page in HTML or XML. Put the words in, as Markdown or plain text.",
    findingWORD_PROCESSOR: () => "This is a file of a word processor. Put the words in, as Markdown or plain text.",
    findingHTML: (detail: string) =>
      `“${detail}” is HTML. Write it as Markdown, or take it out. To show a < as it is, put a backslash before it.`,
    findingCOMMENT: (detail: string) => `“${detail}” is a comment, which readers of a page never see. Take it out.`,
    findingPROGRAM_NAME: (detail: string) =>
      `“${detail}” is a name or a style for a program and no words. Take it out: headings have names by themselves.`,
    findingCODE_INFO: () =>
      "Words stand behind the three marks that begin a block of code. They are shown above it; move them to a line of their own if that is not meant.",
    findingFRONT_MATTER: (detail: string) =>
      `What stands between the two lines of --- at the head (${detail}) is not shown and no part of the agreement.`,
    findingLINK: (detail: string) =>
      `The link to “${detail}” leads nowhere and is shown as words. Links begin with https://, http://, mailto:, tel: or #.`,
    findingHEADING_LINK: (detail: string) =>
      `The link to “${detail}” leads nowhere and is shown as words: no heading has that name.`,
    otherNumber: (place: number) => `Article ${place} in order does not have the same number in every language:`,
    otherNumberIn: (article: string, language: string) => `${article} (${language})`,
    listed: ", ",
  },
  {
    findingPDF: () => "这是 PDF 文件。请放入文字本身，使用 Markdown 或纯文本。",
    findingRTF: () => "这是 RTF 文件。请放入文字本身，使用 Markdown 或纯文本。",
    findingPAGE: () => "这是 HTML 或 XML 页面。请放入文字本身，使用 Markdown 或纯文本。",
    findingWORD_PROCESSOR: () => "这是文字处理软件的文件。请放入文字本身，使用 Markdown 或纯文本。",
    findingHTML: (detail) => `“${detail}”是 HTML。请改用 Markdown，或将其去掉。要显示 < 本身，请在前面加反斜杠。`,
    findingCOMMENT: (detail) => `“${detail}”是注释，读者在页面上看不到。请将其去掉。`,
    findingPROGRAM_NAME: (detail) => `“${detail}”是供程序使用的名称或样式，不是文字。请将其去掉：标题自带名称。`,
    findingCODE_INFO: () =>
      "代码块开头的三个标记后面有文字。这些文字会显示在代码块上方；如果这不是您的本意，请将其另起一行。",
    findingFRONT_MATTER: (detail) => `文首两行 --- 之间的内容（${detail}）不会显示，也不属于协议。`,
    findingLINK: (detail) =>
      `指向“${detail}”的链接没有去处，显示为文字。链接须以 https://、http://、mailto:、tel: 或 # 开头。`,
    findingHEADING_LINK: (detail) => `指向“${detail}”的链接没有去处，显示为文字：没有这个名称的标题。`,
    otherNumber: (place) => `按顺序的第 ${place} 个条款在各语言中的编号不同：`,
    otherNumberIn: (article, language) => `${article}（${language}）`,
    listed: "、",
  },
  {
    findingPDF: () => "這是 PDF 檔案。請放入文字本身，使用 Markdown 或純文字。",
    findingRTF: () => "這是 RTF 檔案。請放入文字本身，使用 Markdown 或純文字。",
    findingPAGE: () => "這是 HTML 或 XML 頁面。請放入文字本身，使用 Markdown 或純文字。",
    findingWORD_PROCESSOR: () => "這是文書處理軟體的檔案。請放入文字本身，使用 Markdown 或純文字。",
    findingHTML: (detail) => `「${detail}」是 HTML。請改用 Markdown，或將其去掉。要顯示 < 本身，請在前面加反斜線。`,
    findingCOMMENT: (detail) => `「${detail}」是註解，讀者在頁面上看不到。請將其去掉。`,
    findingPROGRAM_NAME: (detail) => `「${detail}」是供程式使用的名稱或樣式，不是文字。請將其去掉：標題自帶名稱。`,
    findingCODE_INFO: () =>
      "程式碼區塊開頭的三個標記後面有文字。這些文字會顯示在區塊上方；如果這不是您的本意，請將其另起一行。",
    findingFRONT_MATTER: (detail) => `文首兩行 --- 之間的內容（${detail}）不會顯示，也不屬於協議。`,
    findingLINK: (detail) =>
      `指向「${detail}」的連結沒有去處，顯示為文字。連結須以 https://、http://、mailto:、tel: 或 # 開頭。`,
    findingHEADING_LINK: (detail) => `指向「${detail}」的連結沒有去處，顯示為文字：沒有這個名稱的標題。`,
    otherNumber: (place) => `依順序的第 ${place} 個條款在各語言中的編號不同：`,
    otherNumberIn: (article, language) => `${article}（${language}）`,
    listed: "、",
  },
);
