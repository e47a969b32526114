import { messages } from "../common";

/** Words about content that users may not use of themselves. */
export const contentWords = messages(
  {
    title: "Prohibited words",
    explanation:
      "What users may not use in their names and descriptions. It counts for the attributes of the user profile that have the validator prohibited-content, from the next time they are saved. Accounts that are there already stay as they are.",
    list: "Words of this realm",
    listHint:
      "One on each line. Width, case, accents, look-alikes, signs between letters, and traditional or simplified characters make no difference. Words of letters count as whole words: *word* counts inside longer ones too. !word is allowed although it contains a prohibited one. Lines that begin with # are comments.",
    count: (words: string, n: number) => (n === 1 ? "1 word in this list." : `${words} words in this list.`),
    countOfServer: (words: string, n: number) =>
      `The server has a list of its own with ${n === 1 ? "1 word" : `${words} words`}, which counts besides.`,
    changed: (when: string) => `Last changed: ${when}.`,
    save: "Save",
    saved: "The list is saved",
    stale:
      "Somebody else has changed the list since you opened this page. Copy what you have written, load the page anew and write it there.",
    tryTitle: "Try it",
    tryField: "What somebody might write",
    tryHint: "Held against the lists as they are saved. Nothing of it is kept.",
    try: "Try",
    prohibited: "This would be refused.",
    because: (word: string) => `Because of this word of the lists: ${word}`,
    allowed: "This would be accepted.",
  },
  {
    title: "禁用词",
    explanation:
      "用户不得在姓名和介绍中使用的词。适用于用户资料中设有验证器 prohibited-content 的属性，自下一次保存起生效。已有账号不受影响。",
    list: "此领域的词表",
    listHint:
      "每行一个词。全角半角、大小写、重音、形近字符、字间符号以及繁简写法均视为相同。字母词按整词匹配：*word* 也匹配更长的词。!word 表示虽含禁用词但允许使用。以 # 开头的行为注释。",
    count: (words) => `此词表共 ${words} 个词。`,
    countOfServer: (words) => `服务器另有一份 ${words} 个词的词表，同时生效。`,
    changed: (when) => `最近修改：${when}。`,
    save: "保存",
    saved: "词表已保存",
    stale: "您打开本页后，词表已被他人修改。请复制您写的内容，刷新页面后再写入。",
    tryTitle: "试一试",
    tryField: "用户可能填写的内容",
    tryHint: "按已保存的词表检查，内容不会保留。",
    try: "检查",
    prohibited: "会被拒绝。",
    because: (word) => `因为词表中的这个词：${word}`,
    allowed: "可以使用。",
  },
  {
    title: "禁用詞",
    explanation:
      "使用者不得在姓名和介紹中使用的詞。適用於使用者資料中設有驗證器 prohibited-content 的屬性，自下一次儲存起生效。已有帳號不受影響。",
    list: "此領域的詞表",
    listHint:
      "每行一個詞。全形半形、大小寫、重音、形近字元、字間符號以及繁簡寫法均視為相同。字母詞按整詞比對：*word* 也比對更長的詞。!word 表示雖含禁用詞但允許使用。以 # 開頭的行為註解。",
    count: (words) => `此詞表共 ${words} 個詞。`,
    countOfServer: (words) => `伺服器另有一份 ${words} 個詞的詞表，同時生效。`,
    changed: (when) => `最近修改：${when}。`,
    save: "儲存",
    saved: "詞表已儲存",
    stale: "您開啟本頁後，詞表已被他人修改。請複製您寫的內容，重新整理頁面後再寫入。",
    tryTitle: "試一試",
    tryField: "使用者可能填寫的內容",
    tryHint: "按已儲存的詞表檢查，內容不會保留。",
    try: "檢查",
    prohibited: "會被拒絕。",
    because: (word) => `因為詞表中的這個詞：${word}`,
    allowed: "可以使用。",
  },
);
