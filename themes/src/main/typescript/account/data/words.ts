import { messages } from "../../common/language/messages";

/** Words of the page about the user's data. */
export const dataWords = messages(
  {
    title: "My data",
    explanation: "Who has received data about you, a copy for yourself, and help if something was not you.",

    grants: "Applications",
    grantsHint: "You have allowed these applications to see some of your data.",
    grantsNone: "You have not allowed any application to see your data.",
    sees: "May see",
    allowedOn: (when: string) => `Allowed on ${when}`,
    changedOn: (when: string) => `changed on ${when}`,
    revoke: "Remove access",
    revokeFrom: (name: string) => `Remove access: ${name}`,
    revokeQuestion: (name: string) => `Remove the access of ${name}?`,
    revokeHint:
      "From now on it gets no more data about you. What it has received already stays with it. If you use it again, it will ask you.",
    revoked: (name: string) => `${name} no longer has access`,

    disclosures: "Others",
    disclosuresHint: "To whom else data about you was given, and on what ground.",
    disclosuresNone: "Nobody else has been given data about you.",
    disclosedTo: (recipient: string) => `Given to ${recipient}`,
    unnamed: "somebody who is not named",
    ground: "Ground",
    data: "What",
    note: "Note",

    export: "A copy of your data",
    exportHint:
      "One ZIP file with your profile, the agreements as you were shown them, and all records about you. Programs can read it too.",
    exportAct: "Download my data",
    exported: "Your data has been downloaded",
    waitSeconds: (seconds: number) =>
      `Your last copy was made less than a minute ago. Try again in ${seconds} ${seconds === 1 ? "second" : "seconds"}. Nothing is lost.`,

    report: "Was something not you?",
    reportHint: "A sign-in you do not remember, a decision you did not take: tell us, and make your account safe.",
    reportAct: "This was not me",
    reportQuestion: "Make your account safe?",
    reportSessions: "All other devices and applications are signed out at once.",
    reportPassword: "You choose a new password right after this.",
    reportRecord: "Your report goes on record, so that we can look into it.",
    reportConfirm: "Yes, this was not me",
    reported: "Your report is on record",
    sessionsEnded: (count: number) =>
      count === 0
        ? "There were no other sessions."
        : `${count} other ${count === 1 ? "session has" : "sessions have"} ended.`,
    passwordNow: "Now choose a new password, so that nobody else can sign in.",
    passwordElsewhere: "Your password is not kept here. Change it where you sign in.",
    choosePassword: "Choose a new password",
  },
  {
    title: "我的数据",
    explanation: "谁收到过您的数据、为自己保存一份副本，以及发现非本人操作时如何处理。",

    grants: "应用",
    grantsHint: "您已允许以下应用查看您的部分数据。",
    grantsNone: "您没有允许任何应用查看您的数据。",
    sees: "可查看",
    allowedOn: (when) => `授权时间：${when}`,
    changedOn: (when) => `变更时间：${when}`,
    revoke: "取消授权",
    revokeFrom: (name) => `取消授权：${name}`,
    revokeQuestion: (name) => `取消对 ${name} 的授权？`,
    revokeHint: "该应用今后无法再获取您的数据，但已获取的数据仍由其持有。您再次使用时，它会重新征求您的同意。",
    revoked: (name) => `已取消对 ${name} 的授权`,

    disclosures: "其他接收方",
    disclosuresHint: "您的数据还提供给了谁，依据是什么。",
    disclosuresNone: "没有向其他任何人提供过您的数据。",
    disclosedTo: (recipient) => `提供给 ${recipient}`,
    unnamed: "未具名的接收方",
    ground: "依据",
    data: "内容",
    note: "备注",

    export: "数据副本",
    exportHint: "一个 ZIP 文件，包含您的资料、您作出选择时的协议文本以及与您有关的全部记录，也可供程序读取。",
    exportAct: "下载我的数据",
    exported: "您的数据已下载",
    waitSeconds: (seconds) => `您在一分钟内已导出过一次。请在 ${seconds} 秒后重试，数据不会丢失。`,

    report: "发现非本人操作？",
    reportHint: "如果有您不记得的登录或并非您作出的决定，请告诉我们，并立即保护您的账号。",
    reportAct: "非本人操作",
    reportQuestion: "保护您的账号？",
    reportSessions: "其他所有设备和应用将立即退出登录。",
    reportPassword: "随后请您立即设置新密码。",
    reportRecord: "您的报告将被记录，以便我们调查。",
    reportConfirm: "是的，非本人操作",
    reported: "您的报告已记录",
    sessionsEnded: (count) => (count === 0 ? "没有其他登录。" : `已结束 ${count} 个其他登录。`),
    passwordNow: "现在请设置新密码，以免他人登录。",
    passwordElsewhere: "您的密码不保存在这里，请在您登录所用的服务处修改。",
    choosePassword: "设置新密码",
  },
);
