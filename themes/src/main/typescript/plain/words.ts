import { messages } from "../common/language/messages";

export const plainWords = messages(
  {
    title: "Agreements",
    realm: (name: string) => `Realm ${name}`,
    menu: "Pages",
    agreements: "Agreements",
    ledger: "Ledger",
    deletions: "Deletion requests",
    user: "User",
    userId: "Id of a user",
    userHint: "It stands on the page of the user in the admin console.",
    show: "Show",
    signOut: "Sign out",
    failed: "Signing in did not work",
    failedHint:
      "The client agreements-console has to be public, with the standard flow and the address of this page among its valid redirect URIs.",
    nothing: "There is nothing here you may see",
    nothingHint: "Sign in as an administrator of this realm.",
  },
  {
    title: "协议",
    realm: (name) => `领域 ${name}`,
    menu: "页面",
    agreements: "协议",
    ledger: "记录",
    deletions: "注销申请",
    user: "用户",
    userId: "用户 ID",
    userHint: "可在管理控制台的用户页面上找到。",
    show: "显示",
    signOut: "退出登录",
    failed: "登录失败",
    failedHint: "客户端 agreements-console 必须是公开客户端，启用标准流程，并将本页地址列入有效的重定向 URI。",
    nothing: "这里没有您可以查看的内容",
    nothingHint: "请以此领域管理员的身份登录。",
  },
);
