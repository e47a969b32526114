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
      `“${detail}” is a name, a style or an order for a program and no words. Take it out: headings have names by themselves.`,
    findingCODE_INFO: () =>
      "Words stand behind the three marks that begin a block of code. They are shown above it; move them to a line of their own if that is not meant.",
    findingFRONT_MATTER: (detail: string) =>
      `What stands between the two lines of --- at the head (${detail}) is shown in lines above the text.`,
    findingUNSEEN_CHARACTER: (detail: string) => `“${detail}” has a character that cannot be seen. Take it out.`,
    findingPRIVATE_CHARACTER: (detail: string) =>
      `“${detail}” has a character that has a shape in one font only, such as a sign pasted from a word processor. Write one that everybody has; for a bullet a hyphen and a space.`,
    findingOBJECT_CHARACTER: (detail: string) =>
      `“${detail}” has what stands for a picture or another thing that is not here. Take it out.`,
    findingDIRECTION_OVERRIDE: (detail: string) =>
      `“${detail}” has a character that shows what follows in another order than it is stored. Take it out, and write in the order of reading.`,
    findingDIRECTION_ALONE: (detail: string) =>
      `“${detail}” has a mark of direction, and nothing here is written from right to left. Take it out.`,
    findingDIRECTION_OPEN: (detail: string) =>
      `“${detail}” begins or ends a change of direction that has no other end on its line. Take it out, or put the other end into the same line.`,
    findingDIRECTION_MARK: (detail: string) =>
      `“${detail}” has a mark of direction, which cannot be seen and is kept. Make sure that it is meant.`,
    findingBREAK_MARK: (detail: string) =>
      `“${detail}” has a character that is seen only where a line ends there, and is kept. A search for the word may not find it.`,
    findingLOST_CHARACTER: (detail: string) =>
      `“${detail}” has what stands for a character that was lost. Write the right one.`,
    findingUNKNOWN_CHARACTER: (detail: string) =>
      `“${detail}” has a character that this server does not know, and is kept. Make sure that readers have a font that shows it.`,
    findingNO_WORDS: () => "No word of this is shown. Write the text.",
    findingPICTURE: () => "A picture without a description is not shown. Write what it says between its brackets.",
    findingEMPTY_LINK: () => "A link without words is not shown. Write words between its brackets.",
    findingMARK: (detail: string) =>
      `“${detail}” sets nothing off, and is shown as words. A clause is set off by a first line > [!IMPORTANT], also [!NOTE], [!TIP], [!WARNING] or [!CAUTION], and a > before each of its lines.`,
    findingLINK: (detail: string) =>
      `The link to “${detail}” leads nowhere and is shown as words. Links begin with https://, http://, mailto:, tel: or #.`,
    findingHEADING_LINK: (detail: string) =>
      `The link to “${detail}” leads nowhere and is shown as words: no heading has that name.`,
    findingNOTE_MARK: (detail: string) =>
      `“${detail}” leads to no note and is shown as words. Write the note in a line that begins with this mark and a colon.`,
    findingARTICLE_ORDER: (detail: string) =>
      `The number “${detail}” does not follow that of the article before it. Make sure that no article is missing, there twice or in another’s place.`,
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
    findingPROGRAM_NAME: (detail) => `“${detail}”是供程序使用的名称、样式或指令，不是文字。请将其去掉：标题自带名称。`,
    findingCODE_INFO: () =>
      "代码块开头的三个标记后面有文字。这些文字会显示在代码块上方；如果这不是您的本意，请将其另起一行。",
    findingFRONT_MATTER: (detail) => `文首两行 --- 之间的内容（${detail}）显示在正文上方。`,
    findingUNSEEN_CHARACTER: (detail) => `“${detail}”含有看不见的字符。请将其去掉。`,
    findingPRIVATE_CHARACTER: (detail) =>
      `“${detail}”含有只在某一种字体中才有形状的字符，例如从文字处理软件粘贴来的符号。请改用通用字符；项目符号请用连字符加空格。`,
    findingOBJECT_CHARACTER: (detail) => `“${detail}”含有代表图片或其他不在此处的内容的字符。请将其去掉。`,
    findingDIRECTION_OVERRIDE: (detail) =>
      `“${detail}”含有使后面文字的显示顺序与存储顺序不同的字符。请将其去掉，并按阅读顺序书写。`,
    findingDIRECTION_ALONE: (detail) => `“${detail}”含有方向标记，而此处没有从右向左书写的文字。请将其去掉。`,
    findingDIRECTION_OPEN: (detail) =>
      `“${detail}”处改变了文字方向，但在同一行内没有对应的另一端。请将其去掉，或在同一行补上另一端。`,
    findingDIRECTION_MARK: (detail) => `“${detail}”含有方向标记，它看不见但予以保留。请确认这是您的本意。`,
    findingBREAK_MARK: (detail) => `“${detail}”含有只在行末才看得见的字符，予以保留。搜索该词时可能找不到。`,
    findingLOST_CHARACTER: (detail) => `“${detail}”含有代表已丢失字符的符号。请写上正确的字符。`,
    findingUNKNOWN_CHARACTER: (detail) =>
      `“${detail}”含有本服务器不认识的字符，予以保留。请确认读者有可以显示它的字体。`,
    findingNO_WORDS: () => "这里没有任何可显示的文字。请写入正文。",
    findingPICTURE: () => "没有说明文字的图片不会显示。请在方括号中写明图片的内容。",
    findingEMPTY_LINK: () => "没有文字的链接不会显示。请在方括号中写入文字。",
    findingMARK: (detail) =>
      `“${detail}”没有突出任何内容，只显示为文字。要突出一个条款，请以 > [!IMPORTANT]（或 [!NOTE]、[!TIP]、[!WARNING]、[!CAUTION]）作为首行，并在条款的每一行前加上 >。`,
    findingLINK: (detail) =>
      `指向“${detail}”的链接没有去处，显示为文字。链接须以 https://、http://、mailto:、tel: 或 # 开头。`,
    findingHEADING_LINK: (detail) => `指向“${detail}”的链接没有去处，显示为文字：没有这个名称的标题。`,
    findingNOTE_MARK: (detail) => `“${detail}”没有对应的脚注，显示为文字。请另起一行，以此标记加冒号开头写出脚注。`,
    findingARTICLE_ORDER: (detail) => `“${detail}”与上一条的编号不连续。请确认没有条款遗漏、重复或错位。`,
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
    findingPROGRAM_NAME: (detail) =>
      `「${detail}」是供程式使用的名稱、樣式或指令，不是文字。請將其去掉：標題自帶名稱。`,
    findingCODE_INFO: () =>
      "程式碼區塊開頭的三個標記後面有文字。這些文字會顯示在區塊上方；如果這不是您的本意，請將其另起一行。",
    findingFRONT_MATTER: (detail) => `文首兩行 --- 之間的內容（${detail}）顯示在正文上方。`,
    findingUNSEEN_CHARACTER: (detail) => `「${detail}」含有看不見的字元。請將其去掉。`,
    findingPRIVATE_CHARACTER: (detail) =>
      `「${detail}」含有只在某一種字型中才有形狀的字元，例如從文書處理軟體貼上的符號。請改用通用字元；項目符號請用連字號加空格。`,
    findingOBJECT_CHARACTER: (detail) => `「${detail}」含有代表圖片或其他不在此處的內容的字元。請將其去掉。`,
    findingDIRECTION_OVERRIDE: (detail) =>
      `「${detail}」含有使後面文字的顯示順序與儲存順序不同的字元。請將其去掉，並依閱讀順序書寫。`,
    findingDIRECTION_ALONE: (detail) => `「${detail}」含有方向標記，而此處沒有從右向左書寫的文字。請將其去掉。`,
    findingDIRECTION_OPEN: (detail) =>
      `「${detail}」處改變了文字方向，但在同一行內沒有對應的另一端。請將其去掉，或在同一行補上另一端。`,
    findingDIRECTION_MARK: (detail) => `「${detail}」含有方向標記，它看不見但予以保留。請確認這是您的本意。`,
    findingBREAK_MARK: (detail) => `「${detail}」含有只在行末才看得見的字元，予以保留。搜尋該詞時可能找不到。`,
    findingLOST_CHARACTER: (detail) => `「${detail}」含有代表已遺失字元的符號。請寫上正確的字元。`,
    findingUNKNOWN_CHARACTER: (detail) =>
      `「${detail}」含有本伺服器不認識的字元，予以保留。請確認讀者有可以顯示它的字型。`,
    findingNO_WORDS: () => "這裡沒有任何可顯示的文字。請寫入正文。",
    findingPICTURE: () => "沒有說明文字的圖片不會顯示。請在方括號中寫明圖片的內容。",
    findingEMPTY_LINK: () => "沒有文字的連結不會顯示。請在方括號中寫入文字。",
    findingMARK: (detail) =>
      `「${detail}」沒有突出任何內容，只顯示為文字。要突出一個條款，請以 > [!IMPORTANT]（或 [!NOTE]、[!TIP]、[!WARNING]、[!CAUTION]）作為首行，並在條款的每一行前加上 >。`,
    findingLINK: (detail) =>
      `指向「${detail}」的連結沒有去處，顯示為文字。連結須以 https://、http://、mailto:、tel: 或 # 開頭。`,
    findingHEADING_LINK: (detail) => `指向「${detail}」的連結沒有去處，顯示為文字：沒有這個名稱的標題。`,
    findingNOTE_MARK: (detail) => `「${detail}」沒有對應的註腳，顯示為文字。請另起一行，以此標記加冒號開頭寫出註腳。`,
    findingARTICLE_ORDER: (detail) => `「${detail}」與上一條的編號不連續。請確認沒有條款遺漏、重複或錯置。`,
    otherNumber: (place) => `依順序的第 ${place} 個條款在各語言中的編號不同：`,
    otherNumberIn: (article, language) => `${article}（${language}）`,
    listed: "、",
  },
);
