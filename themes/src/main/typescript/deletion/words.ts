import { messages } from "../common";

/** Words of the page of those who want their accounts deleted. */
export const deletionWords = messages(
  {
    title: "Deletion requests",
    explanation: (zone: string) =>
      `Users who want their accounts deleted, whoever is due first in front. An account is deleted when its time has come, unless the request is held. Times are in the time zone of this browser, ${zone}.`,
    none: "Nobody wants an account deleted",
    noneHint: "Whoever asks for it stands here until the cooling-off time is over.",
    user: "User",
    requestedAt: "Asked for",
    dueAt: "Due",
    state: "State",
    actions: "Actions",
    actionOn: (action: string, username: string) => `${action}: ${username}`,
    stateWaiting: "Waiting",
    stateDue: "Due now",
    stateDueHint: "It is carried out within minutes.",
    stateHeld: "Held",
    heldBy: (administrator: string, when: string) => `by ${administrator} since ${when}`,
    userAsked: "This user has asked for the deletion of the account",

    hold: "Hold",
    holdTitle: (username: string) => `Hold the deletion of ${username}?`,
    holdText: "The account is kept until you release the request.",
    reason: "Reason",
    reasonHint:
      "The user sees that the account is kept, but not why. The reason stays on record in the ledger: do not put a name into it.",
    held: (username: string) => `The deletion of ${username} is held`,

    release: "Release",
    releaseTitle: (username: string) => `Release the deletion of ${username}?`,
    releaseText: (when: string) => `The account is then deleted when it is due: ${when}.`,
    releaseTextDue: "It has been due for some time: the account is then deleted for good within minutes.",
    released: (username: string) => `The deletion of ${username} is released`,

    carryOut: "Carry out now",
    carryOutTitle: (username: string) => `Delete the account of ${username} now?`,
    carryOutAction: "Delete account",
    carryOutForGood: (username: string) => `The account of ${username} is deleted at once and for good.`,
    carryOutNoChange: "The user can no longer sign in, nor take the request back. Nobody can restore the account.",
    carryOutKept: "What was accepted or declined, and when, stays in the ledger without the user's name.",
    carriedOut: (username: string) => `The account of ${username} has been deleted`,

    refusedForbidden: "You are not allowed to decide about this user's account.",
    refusedGone: "There is no such request any more: the user has taken it back, or the account is deleted already.",
    refusedChanged: (message: string) => `The request is no longer as it was shown. The server says: ${message}`,
  },
  {
    title: "注销申请",
    explanation: (zone) =>
      `申请注销账号的用户，最先到期的在前。到期后账号即被删除，除非申请被暂缓。时间以此浏览器的时区（${zone}）为准。`,
    none: "没有注销申请",
    noneHint: "申请注销的用户在冷静期结束前显示在这里。",
    user: "用户",
    requestedAt: "申请时间",
    dueAt: "到期时间",
    state: "状态",
    actions: "操作",
    actionOn: (action, username) => `${action}：${username}`,
    stateWaiting: "等待中",
    stateDue: "已到期",
    stateDueHint: "将在几分钟内执行。",
    stateHeld: "已暂缓",
    heldBy: (administrator, when) => `由 ${administrator} 于 ${when} 暂缓`,
    userAsked: "此用户已申请注销账号",

    hold: "暂缓",
    holdTitle: (username) => `暂缓注销 ${username}？`,
    holdText: "在您解除暂缓之前，账号将予保留。",
    reason: "原因",
    reasonHint: "用户会看到账号被保留，但看不到原因。原因将永久保存在记录中：请勿写入姓名。",
    held: (username) => `已暂缓注销 ${username}`,

    release: "解除暂缓",
    releaseTitle: (username) => `解除对 ${username} 的暂缓？`,
    releaseText: (when) => `账号将在到期时（${when}）删除。`,
    releaseTextDue: "申请早已到期：账号将在几分钟内被永久删除。",
    released: (username) => `已解除对 ${username} 的暂缓`,

    carryOut: "立即执行",
    carryOutTitle: (username) => `立即删除 ${username} 的账号？`,
    carryOutAction: "删除账号",
    carryOutForGood: (username) => `${username} 的账号将立即被永久删除。`,
    carryOutNoChange: "用户将无法再登录，也无法撤回申请。任何人都无法恢复该账号。",
    carryOutKept: "何时同意或拒绝了什么仍保留在记录中，但不含用户姓名。",
    carriedOut: (username) => `已删除 ${username} 的账号`,

    refusedForbidden: "您无权处理此用户的账号。",
    refusedGone: "该申请已不存在：用户已撤回申请，或账号已被删除。",
    refusedChanged: (message) => `该申请已与所显示的不同。服务器说明：${message}`,
  },
);
