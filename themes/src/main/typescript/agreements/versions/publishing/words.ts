import type { Requirement } from "../../../api";
import { messages } from "../../../common/language/messages";

/** What an answer is to an agreement of each kind. */
const enFrom = {
  REQUIRED: "required from a later day",
  OPTIONAL: "asked from a later day",
  ACKNOWLEDGEMENT: "to be taken note of from a later day",
};
const zhHansFrom = { REQUIRED: "须同意", OPTIONAL: "询问用户", ACKNOWLEDGEMENT: "须知悉" };
const zhHantFrom = { REQUIRED: "須同意", OPTIONAL: "詢問使用者", ACKNOWLEDGEMENT: "須知悉" };

/** Words for what somebody who publishes a version has in mind, and what comes of it. */
export const publishingWords = messages(
  {
    intention: "What do you want to do?",
    intentionnow: (_of: Requirement) => "Now",
    hintnow: "It counts for everybody as soon as it is published.",
    intentionannounce: (of: Requirement) => `Announce now, ${enFrom[of]}`,
    hintannounce: "Users can read and answer it from now on, and may put that off until the day comes.",
    intentioncorrection: (_of: Requirement) => "Correction, nobody is asked",
    hintcorrection: "For spelling and the like: earlier answers remain valid.",
    intentiontimes: (_of: Requirement) => "Let me set the times",
    hinttimes: "Published, effective and enforced at moments of your choice.",

    notice: "From",
    noticeHint: (zone: string) => `From the beginning of that day in ${zone}; the days before it are full ones.`,
    noticeDays: (days: number, when: string) => `After ${days} days: ${when}`,
    noticeDay: "A day of my choice",
    day: "Day",
    dayPast: "This day has begun already. Choose a later one.",

    timeline: "Timeline",
    now: "Now",
    steppublishedAt: "users can read and answer it",
    stepeffectiveAt: "new users get it",
    stepenforcedAt: (of: Requirement) =>
      of === "OPTIONAL" ? "users are asked, and may say no" : "nobody goes on without it",
    stepCorrection: "earlier answers remain valid",
    stepMayWait: "an answer may wait until it is required",
    and: ", ",
    step: (when: string, what: string) => `${when}: ${what}.`,

    noTimeTitle: (when: string | undefined) =>
      when === undefined ? "Users are locked out at once" : `Users are locked out at once on ${when}`,
    noTimeText: (users: string | undefined, n: number) => {
      const who = users === undefined ? "Users" : n === 1 ? "1 user" : `${users} users`;
      return `${who} cannot go on before answering, and applications whose policy checks agreements get no tokens until then. Announce it to give them time.`;
    },
  },
  {
    intention: "发布方式",
    intentionnow: () => "立即发布",
    hintnow: "发布后立即对所有用户生效。",
    intentionannounce: (of) => `现在发布，自指定日期起${zhHansFrom[of]}`,
    hintannounce: "用户现在即可阅读并答复，在该日期之前可以暂缓。",
    intentioncorrection: () => "文字更正，不询问用户",
    hintcorrection: "适用于错别字等修订：此前的答复继续有效。",
    intentiontimes: () => "自行设定时间",
    hinttimes: "分别设定发布、生效和须答复的时间。",

    notice: "起始日期",
    noticeHint: (zone) => `自该日零时起（${zone}），此前的天数均为整日。`,
    noticeDays: (days, when) => `${days} 日后：${when}`,
    noticeDay: "自选日期",
    day: "日期",
    dayPast: "该日期已经开始，请选择更晚的日期。",

    timeline: "时间轴",
    now: "现在",
    steppublishedAt: "用户可以阅读并答复",
    stepeffectiveAt: "新用户适用此版本",
    stepenforcedAt: (of) => (of === "OPTIONAL" ? "询问用户，用户可以拒绝" : "未答复则无法继续使用"),
    stepCorrection: "此前的答复继续有效",
    stepMayWait: "在须答复之前可以暂缓",
    and: "，",
    step: (when, what) => `${when}：${what}。`,

    noTimeTitle: (when) => (when === undefined ? "用户将立即无法继续使用" : `自 ${when} 起用户将立即无法继续使用`),
    noTimeText: (users) =>
      `${users === undefined ? "用户" : `${users} 位用户`}答复之前无法继续使用，启用协议检查策略的应用也无法获得其令牌。如需留出时间，请指定更晚的日期。`,
  },
  {
    intention: "發布方式",
    intentionnow: () => "立即發布",
    hintnow: "發布後立即對所有使用者生效。",
    intentionannounce: (of) => `現在發布，自指定日期起${zhHantFrom[of]}`,
    hintannounce: "使用者現在即可閱讀並答覆，在該日期之前可以暫緩。",
    intentioncorrection: () => "文字更正，不詢問使用者",
    hintcorrection: "適用於錯別字等修訂：此前的答覆繼續有效。",
    intentiontimes: () => "自行設定時間",
    hinttimes: "分別設定發布、生效和須答覆的時間。",

    notice: "起始日期",
    noticeHint: (zone) => `自該日零時起（${zone}），此前的天數均為整日。`,
    noticeDays: (days, when) => `${days} 日後：${when}`,
    noticeDay: "自選日期",
    day: "日期",
    dayPast: "該日期已經開始，請選擇更晚的日期。",

    timeline: "時間軸",
    now: "現在",
    steppublishedAt: "使用者可以閱讀並答覆",
    stepeffectiveAt: "新使用者適用此版本",
    stepenforcedAt: (of) => (of === "OPTIONAL" ? "詢問使用者，使用者可以拒絕" : "未答覆則無法繼續使用"),
    stepCorrection: "此前的答覆繼續有效",
    stepMayWait: "在須答覆之前可以暫緩",
    and: "，",
    step: (when, what) => `${when}：${what}。`,

    noTimeTitle: (when) => (when === undefined ? "使用者將立即無法繼續使用" : `自 ${when} 起使用者將立即無法繼續使用`),
    noTimeText: (users) =>
      `${users === undefined ? "使用者" : `${users} 位使用者`}答覆之前無法繼續使用，啟用協議檢查政策的應用程式也無法取得其權杖。如需留出時間，請指定更晚的日期。`,
  },
);
