import { messages } from "../../common/language/messages";

/** Words of the page on which users ask for the deletion of their account. */
export const deletionWords = messages(
  {
    title: "Delete account",
    explanation: "What happens to your account and your data when you leave.",
    notAllowed: "Your account cannot be deleted from here",
    notAllowedHint: "Please ask whoever runs this service.",

    erased: "What will be erased",
    erasedAccount: "Your account with everything you have told us in it. You can no longer sign in.",
    erasedSessions: "All sessions, on all your devices. Those on other devices end as soon as you ask.",
    erasedRecords: "Your name, the addresses of your connections and your browser type, in all records.",
    erasedRecordsLater:
      "Your name, the addresses of your connections and your browser type, in all records, as soon as no law asks to keep them any longer.",
    keptHeld:
      "For now, some of your records as they are, with your name: a legal matter asks for it. They are used for nothing else, and your name is erased from them as soon as that is over.",
    erasedEvents:
      "What the server has noted of your sign-ins, your changes to the account, and attempts under your user name or e-mail address that failed, within a day after the deletion.",
    kept: "What is kept, and why",
    keptRecords:
      "The record of what was decided on which text and when, without anything that tells who it was. We are legally required to keep proof.",
    keptAdministrators:
      "What administrators have done to your account, without your name, so that they can be held to account.",
    keptEvents:
      "What the server has noted of your sign-ins, your changes to the account, and attempts that failed, as long as its operator keeps such notes.",
    keptLogs:
      "The log files of the server, and attempts to sign in or to register under other names, such as one mistyped, as long as the operator keeps them to guard against attacks.",
    when: "When it happens",
    whenDays: (days: number) =>
      `${days === 1 ? "One day" : `${days} days`} after you ask. Until then you can sign in and keep your account.`,
    whenNow: "Within a few minutes after you ask. It cannot be undone.",
    how: "You will be asked to sign in once more, and see everything again before you confirm.",
    copyFirst: "You may want to download your data first: it's under My data.",
    act: "Delete my account",

    pending: "Your account is going to be deleted",
    pendingOn: (when: string) => `You asked for it on ${when}.`,
    due: (when: string) => `It will be deleted on ${when}.`,
    dueNow: "It will be deleted within a few minutes.",
    held: "We have to keep it until a matter is settled. Then it will be deleted.",
    change: "If you have changed your mind, you can keep your account.",
    keep: "Keep my account",
    stays: "Your account stays",
    gone: "The request was no longer there. Your account stays as it is.",
  },
  {
    title: "注销账号",
    explanation: "注销后，账号和数据将如何处理。",
    notAllowed: "您无法在此注销账号",
    notAllowedHint: "请联系服务提供方。",

    erased: "将被删除的内容",
    erasedAccount: "您的账号及您在其中填写的全部信息。此后您将无法登录。",
    erasedSessions: "您在所有设备上的登录状态。提出申请后，其他设备上的登录将立即失效。",
    erasedRecords: "所有记录中的姓名、网络地址和浏览器信息。",
    erasedRecordsLater: "所有记录中的姓名、网络地址和浏览器信息，一旦法律不再要求保留即予删除。",
    keptHeld:
      "因法律事务需要，您的部分记录暂时原样保留，其中含有您的姓名。除此以外不作任何使用；该事务了结后，其中的姓名随即删除。",
    erasedEvents:
      "服务器记录的您的登录及账号变更事件，以及以您的用户名或邮箱进行但未成功的登录和注册尝试，注销后一天内删除。",
    kept: "将被保留的内容及原因",
    keptRecords: "何时对哪份文本作出了何种选择的记录，其中不含任何能识别您身份的信息。法律要求我们能够证明这些事实。",
    keptAdministrators: "管理员对您的账号所做的操作，其中不含您的姓名，以便追究责任。",
    keptEvents: "服务器记录的您的登录及账号变更事件，以及未成功的登录和注册尝试，保存至运营者规定的期限。",
    keptLogs:
      "服务器的日志文件，以及以其他名称（例如误输的名称）进行的登录和注册尝试，为防范攻击保存至运营者规定的期限。",
    when: "何时注销",
    whenDays: (days) => `提出申请 ${days} 天后。在此之前，您可以登录并保留账号。`,
    whenNow: "提出申请后几分钟内，且无法恢复。",
    how: "您需要再次登录，确认前会再次看到全部说明。",
    copyFirst: "您可以先在“我的数据”中下载一份数据副本。",
    act: "注销我的账号",

    pending: "您的账号即将注销",
    pendingOn: (when) => `您于 ${when} 提出申请。`,
    due: (when) => `账号将于 ${when} 注销。`,
    dueNow: "账号将在几分钟内注销。",
    held: "因有事项尚未处理完毕，我们需要暂时保留该账号，处理完毕后即予注销。",
    change: "如果您改变了主意，可以保留账号。",
    keep: "保留我的账号",
    stays: "您的账号已保留",
    gone: "该申请已不存在，您的账号保持不变。",
  },
  {
    title: "刪除帳號",
    explanation: "刪除後，帳號和資料將如何處理。",
    notAllowed: "您無法在此刪除帳號",
    notAllowedHint: "請聯絡服務提供方。",
    erased: "將被刪除的內容",
    erasedAccount: "您的帳號及您在其中填寫的全部資訊。此後您將無法登入。",
    erasedSessions: "您在所有裝置上的登入狀態。提出申請後，其他裝置上的登入將立即失效。",
    erasedRecords: "所有紀錄中的姓名、網路位址和瀏覽器資訊。",
    erasedRecordsLater: "所有紀錄中的姓名、網路位址和瀏覽器資訊，一旦法律不再要求保留即予刪除。",
    keptHeld:
      "因法律事務需要，您的部分紀錄暫時原樣保留，其中含有您的姓名。除此以外不作任何使用；該事務了結後，其中的姓名隨即刪除。",
    erasedEvents:
      "伺服器記錄的您的登入及帳號變更事件，以及以您的使用者名稱或電子郵件地址進行但未成功的登入和註冊嘗試，於帳號刪除後一天內刪除。",
    kept: "將被保留的內容及原因",
    keptRecords: "何時同意、拒絕或撤回了什麼的紀錄，其中不含任何能識別您身分的資訊。法律要求我們能夠證明這些事實。",
    keptAdministrators: "管理員對您的帳號所做的操作，其中不含您的姓名，以便追究責任。",
    keptEvents: "伺服器記錄的您的登入及帳號變更事件，以及未成功的登入和註冊嘗試，保存至營運者規定的期限。",
    keptLogs:
      "伺服器的日誌檔案，以及以其他名稱（例如誤輸的名稱）進行的登入和註冊嘗試，為防範攻擊保存至營運者規定的期限。",
    when: "何時刪除",
    whenDays: (days) => `提出申請 ${days} 天後。在此之前，您可以登入並保留帳號。`,
    whenNow: "提出申請後幾分鐘內，且無法復原。",
    how: "您需要再次登入，確認前會再次看到全部說明。",
    copyFirst: "您可以先在「我的資料」中下載一份資料副本。",
    act: "刪除我的帳號",
    pending: "您的帳號即將刪除",
    pendingOn: (when) => `您於 ${when} 提出申請。`,
    due: (when) => `帳號將於 ${when} 刪除。`,
    dueNow: "帳號將在幾分鐘內刪除。",
    held: "因有事項尚未處理完畢，我們需要暫時保留該帳號，處理完畢後即予刪除。",
    change: "如果您改變了主意，可以保留帳號。",
    keep: "保留我的帳號",
    stays: "您的帳號已保留",
    gone: "該申請已不存在，您的帳號保持不變。",
  },
);

export type DeletionWords = (typeof deletionWords)["zhHans"];
