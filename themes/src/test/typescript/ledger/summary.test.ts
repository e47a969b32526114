import { describe, expect, test } from "vitest";
import type { LedgerRecord } from "../../../main/typescript/api";
import { dateTimeToTheSecond, messagesFor } from "../../../main/typescript/common";
import { detailsOf, summaryOf } from "../../../main/typescript/ledger/summary";
import { ledgerWords } from "../../../main/typescript/ledger/words";
import { NOW } from "../support/samples";

const record = (changes: Partial<LedgerRecord>): LedgerRecord => ({
  id: "r1",
  type: "ACCEPTANCE",
  occurredAt: NOW,
  recordedAt: NOW,
  ...changes,
});
const ZONE = "Asia/Shanghai";
const english = messagesFor(ledgerWords, "en");
const chinese = messagesFor(ledgerWords, "zh-CN");

describe("the summary of a record", () => {
  test("says what is stored as its type where that is none", () => {
    const { type: _none, ...odd } = record({ details: { unreadableType: "GIFT" } });

    expect(summaryOf(odd, english)).toMatch(/^Unreadable: .*GIFT/);
    expect(summaryOf(odd, chinese)).toMatch(/^无法识别：.*GIFT/);
  });

  test.each<[string, string, Partial<LedgerRecord>]>([
    ["Accepted version 2", "同意第 2 版", { decision: "ACCEPTED", version: 2 }],
    ["Declined version 1", "拒绝第 1 版", { decision: "DECLINED", version: 1 }],
    ["Withdrew acceptance of version 1", "撤回对第 1 版的同意", { decision: "WITHDRAWN", version: 1 }],
    ["Gave consent to a client", "授权客户端", { type: "GRANT", details: { action: "given" } }],
    ["Revoked consent to a client", "取消对客户端的授权", { type: "GRANT", details: { action: "revoked" } }],
    ["Account deleted", "账号已注销", { type: "DELETION", details: { stage: "executed" } }],
    [
      "Realm deleted, with all accounts",
      "领域及其全部账号已删除",
      { type: "DELETION", details: { stage: "executed", scope: "realm" } },
    ],
    [
      "Identifying data of a deleted account erased",
      "已清除被注销账号的身份信息",
      { type: "ERASURE", details: { reason: "deletion" } },
    ],
    [
      "Expired IP addresses and browsers erased",
      "已清除到期的 IP 地址和浏览器信息",
      { type: "ERASURE", details: { reason: "retention" } },
    ],
    [
      "Reported something as not the user's own doing",
      "用户报告非本人操作",
      { type: "REPORT", details: { reason: "notMe" } },
    ],
    ["Account suspended", "已暂停账号", { type: "RESTRICTION", details: { stage: "imposed", kind: "SUSPENSION" } }],
    ["Account closed", "已注销登记", { type: "RESTRICTION", details: { stage: "imposed", kind: "TERMINATION" } }],
    [
      "Notice not corrected in time: account suspended",
      "逾期未更正：已暂停账号",
      { type: "RESTRICTION", details: { stage: "missed", kind: "NOTICE" } },
    ],
    [
      "Appeal rejected",
      "维持原决定",
      { type: "RESTRICTION", details: { stage: "answered", kind: "SUSPENSION", outcome: "REJECTED" } },
    ],
    ["Deletion of the account held", "账号注销暂缓", { type: "DELETION", details: { stage: "held" } }],
    ["Deletion of the account released", "账号注销不再暂缓", { type: "DELETION", details: { stage: "released" } }],
    [
      "Users told of version 3 by mail",
      "已就第 3 版邮件通知用户",
      { type: "PUBLICATION", version: 3, details: { action: "mailed" } },
    ],
    [
      "Publication of version 3 cancelled",
      "取消发布第 3 版",
      { type: "PUBLICATION", version: 3, details: { action: "cancelled" } },
    ],
    ["User asked to accept again", "请用户重新同意", { type: "SETTINGS", details: { action: "renewal-requested" } }],
    [
      "User no longer asked to accept again",
      "不再请用户重新同意",
      { type: "SETTINGS", details: { action: "renewal-taken-back" } },
    ],
    ["Version 3 retracted", "撤回第 3 版", { type: "PUBLICATION", version: 3, details: { action: "retracted" } }],
  ])("%s", (inEnglish, inChinese, changes) => {
    expect(summaryOf(record(changes), english)).toBe(inEnglish);
    expect(summaryOf(record(changes), chinese)).toBe(inChinese);
  });

  test("is the type where nothing more is known", () => {
    expect(summaryOf(record({ type: "EXPORT" }), english)).toBe("Data export");
    expect(summaryOf(record({ type: "GRANT", details: { action: "constructor" } }), english)).toBe(
      "Consent to a client",
    );
  });

  test("is the name of a type that came after this view", () => {
    expect(summaryOf(record({ type: "LATER" as never }), english)).toBe("LATER");
  });
});

describe("the details of a record", () => {
  test("are said in words, without what the summary says", () => {
    const deletion = record({
      type: "DELETION",
      details: { stage: "executed", scope: "realm", by: "administrator", users: 12 },
    });

    expect(detailsOf(deletion, "en", ZONE)).toEqual([
      { name: "Done by", value: "An administrator" },
      { name: "Users who had decided", value: "12" },
    ]);
    expect(detailsOf(deletion, "zh-Hans", ZONE)[0]).toEqual({ name: "操作者", value: "管理员" });
  });

  test("say what settings were and are", () => {
    const settings = record({
      type: "SETTINGS",
      details: {
        "audience.from": "CLIENTS\nmarket\nshop",
        "audience.to": "EVERYBODY",
        "requirement.from": "REQUIRED",
        "requirement.to": "OPTIONAL",
        "reacceptAfterDays.to": 365,
      },
    });

    expect(detailsOf(settings, "en", ZONE)).toEqual([
      { name: "Who was asked before", value: "market, shop" },
      { name: "Who is asked now", value: "Everybody" },
      { name: "Requirement before", value: "Required" },
      { name: "Requirement now", value: "Optional" },
      { name: "Renewed after days, now", value: "365" },
    ]);
    expect(detailsOf(settings, "zh-Hans", ZONE)[1]).toEqual({ name: "现询问对象", value: "所有人" });
    expect(summaryOf(settings, english)).toBe("Settings changed");
  });

  test("name the scopes of a consent", () => {
    expect(
      detailsOf(record({ type: "GRANT", details: { action: "given", scope: "email profile" } }), "en", ZONE),
    ).toEqual([{ name: "Scopes", value: "email profile" }]);
  });

  test("give moments as times", () => {
    expect(detailsOf(record({ type: "PUBLICATION", details: { effectiveAt: NOW } }), "en", ZONE)).toEqual([
      { name: "Takes effect", value: dateTimeToTheSecond(NOW, "en", ZONE) },
    ]);
  });

  test("say up to when connections expired, and how many records had one", () => {
    const expiry = record({
      type: "ERASURE",
      details: { reason: "retention", before: NOW, records: 7, by: "schedule" },
    });

    expect(detailsOf(expiry, "en", ZONE)).toEqual([
      { name: "Older than", value: dateTimeToTheSecond(NOW, "en", ZONE) },
      { name: "Records", value: "7" },
      { name: "Done by", value: "The server, on schedule" },
    ]);
  });

  test("say what was erased", () => {
    const erasure = record({ type: "ERASURE", details: { reason: "deletion", groups: ["identity", "freeText"] } });

    expect(detailsOf(erasure, "en", ZONE)).toEqual([
      { name: "What was erased", value: "Name and session, What was written" },
    ]);
  });

  test("say why a deletion is held, and how a mailing went", () => {
    const hold = record({ type: "DELETION", details: { stage: "held", reason: "In dispute." } });
    const mailing = record({ type: "PUBLICATION", version: 2, details: { action: "mailed", sent: 7, failed: 1 } });

    expect(detailsOf(hold, "en", ZONE)).toEqual([{ name: "Reason", value: "In dispute." }]);
    expect(detailsOf(mailing, "en", ZONE)).toEqual([
      { name: "Mails sent", value: "7" },
      { name: "Mails not sent", value: "1" },
    ]);
  });

  test("say what was done about a report", () => {
    const report = record({ type: "REPORT", details: { reason: "notMe", sessionsEnded: 2, passwordAsked: true } });

    expect(detailsOf(report, "zh-CN", ZONE)).toEqual([
      { name: "结束的其他会话数", value: "2" },
      { name: "要求更改密码", value: "是，下次登录时" },
    ]);
  });

  test("say what a rebuild of standings came to", () => {
    const rebuild = record({
      type: "REBUILD",
      details: { added: 3, replaced: 2, removed: 1, by: "administrator" },
    });

    expect(summaryOf(rebuild, english)).toBe("Standings rebuilt");
    expect(detailsOf(rebuild, "en", ZONE)).toEqual([
      { name: "Standings added", value: "3" },
      { name: "Standings replaced", value: "2" },
      { name: "Standings removed", value: "1" },
      { name: "Done by", value: "An administrator" },
    ]);
  });

  test("tell the texts of a publication apart by language", () => {
    const publication = record({ type: "PUBLICATION", version: 2, details: { "digest.zh-Hans": "3b7f" } });

    expect(detailsOf(publication, "en", ZONE)).toEqual([
      { name: "Digest of the text in Simplified Chinese (SHA-256)", value: "3b7f", isDigest: true },
    ]);
  });

  test("tell why the languages of a publication differ, and how many articles each has", () => {
    const publication = record({
      type: "PUBLICATION",
      version: 2,
      details: { articlesDiffer: "A summary in English.", "articles.en": 0, "articles.zh-Hans": 11 },
    });

    expect(detailsOf(publication, "en", ZONE)).toEqual([
      { name: "Why its languages differ", value: "A summary in English." },
      { name: "Articles in English", value: "0" },
      { name: "Articles in Simplified Chinese", value: "11" },
    ]);
  });

  test("stay as they are where there are no words for them", () => {
    expect(detailsOf(record({ details: { constructor: "toString", deep: { a: 1 } } }), "en", ZONE)).toEqual([
      { name: "constructor", value: "toString" },
      { name: "deep", value: '{"a":1}' },
    ]);
  });
});
