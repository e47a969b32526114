import { messages } from "../common";

/** Words about users who are to accept again. */
export const renewalWords = messages(
  {
    ask: "Ask again",
    askWhom: (whom: string) => `Ask again: ${whom}`,
    askThese: (users: string, n: number) => (n === 1 ? "Ask this user again" : `Ask these ${users} users again`),
    title: (agreement: string) => `Ask again for “${agreement}”?`,
    who: (whom: string) =>
      `${whom} will be asked at the next sign-in and cannot go on before the answer. Sessions go on until they need new tokens. The earlier acceptance stays on record.`,
    theseUsers: (users: string, n: number) => (n === 1 ? "1 user" : `${users} users`),
    reason: "Reason",
    reasonHint: "Shown to those who are asked, in your words, and put on record. Put no name into it.",
    act: "Ask again",
    asked: (users: string, n: number) =>
      n === 1 ? "1 user will be asked again" : `${users} users will be asked again`,
    passedOver: (users: string) => `Passed over, because they are asked anyway or are gone: ${users}`,
    takeBack: "Do not ask again",
    takeBackWhich: (agreement: string) => `Do not ask again: ${agreement}`,
    takeBackTitle: (agreement: string) => `Not ask again for “${agreement}” after all?`,
    takeBackMeaning: (whom: string) =>
      `What ${whom} accepted before is good again, as far as nothing else is to be asked. That goes on record.`,
    takenBack: "The user is not asked again",
  },
  {
    ask: "再次询问",
    askWhom: (whom) => `再次询问：${whom}`,
    askThese: (users) => `再次询问这 ${users} 位用户`,
    title: (agreement) => `再次询问“${agreement}”？`,
    who: (whom) =>
      `${whom}将在下次登录时被询问，答复之前无法继续。现有会话在需要新令牌之前不受影响。此前的同意仍留有记录。`,
    theseUsers: (users) => `${users} 位用户`,
    reason: "原因",
    reasonHint: "将按您的原话向被询问者显示，并会留下记录。请勿写入姓名。",
    act: "再次询问",
    asked: (users) => `将再次询问 ${users} 位用户`,
    passedOver: (users) => `已跳过（本来就会被询问，或已不存在）：${users}`,
    takeBack: "取消再次询问",
    takeBackWhich: (agreement) => `取消再次询问：${agreement}`,
    takeBackTitle: (agreement) => `取消对“${agreement}”的再次询问？`,
    takeBackMeaning: (whom) => `${whom}此前的同意将重新有效，除非另有须询问的事项。此操作会留下记录。`,
    takenBack: "已取消再次询问",
  },
  {
    ask: "再次詢問",
    askWhom: (whom) => `再次詢問：${whom}`,
    askThese: (users) => `再次詢問這 ${users} 位使用者`,
    title: (agreement) => `再次詢問「${agreement}」？`,
    who: (whom) =>
      `${whom}將在下次登入時被詢問，答覆之前無法繼續。現有工作階段在需要新權杖之前不受影響。此前的同意仍留有紀錄。`,
    theseUsers: (users) => `${users} 位使用者`,
    reason: "原因",
    reasonHint: "將按您的原話向被詢問者顯示，並會留下紀錄。請勿寫入姓名。",
    act: "再次詢問",
    asked: (users) => `將再次詢問 ${users} 位使用者`,
    passedOver: (users) => `已略過（本來就會被詢問，或已不存在）：${users}`,
    takeBack: "取消再次詢問",
    takeBackWhich: (agreement) => `取消再次詢問：${agreement}`,
    takeBackTitle: (agreement) => `取消對「${agreement}」的再次詢問？`,
    takeBackMeaning: (whom) => `${whom}此前的同意將重新有效，除非另有須詢問的事項。此操作會留下紀錄。`,
    takenBack: "已取消再次詢問",
  },
);
