/** Texts to begin with: plain, short, ours, and no legal advice. What is to be filled in stands in brackets. */
export const templateWords = {
  en: {
    note: "This text began as a template and is not legal advice. Have it reviewed by a lawyer, then remove this line.",
    terms: `These terms govern the use of [name of the service], which [name and address of the company] ("we") operates.

## 1. The service

We provide [what the service does]. What it offers at present is described at [address].

## 2. Your account

1. You need an account to use the service. Give correct details when you register, and keep them up to date.
2. Keep your password to yourself. Tell us at once if somebody else may know it.
3. You must be at least [age] years old.

## 3. What is not allowed

You must not break the law with the service, harm others, disturb its operation or use somebody else's account.

## 4. Prices and payment

[Say what is free, what costs how much, and when it is to be paid. If nothing costs anything, say so.]

## 5. Availability and liability

> [!IMPORTANT]
> [Say what you are liable for and what not. Draw attention to every clause that limits your liability.]

## 6. Ending

You can delete your account at any time in your account settings. We may close an account that breaks these terms; we say why, and you can object at [contact].

## 7. Changes

If we change these terms, we show you what has changed and ask you again. You can read every earlier version.

## 8. Law and contact

These terms are governed by the law of [country]. You reach us at [e-mail address, telephone number].
`,
    privacy: `This notice says what [name of the service] does with your personal data. [Name and address of the company] ("we") is responsible for it.

## 1. What we collect

1. What you tell us when you register: [user name, e-mail address …].
2. What arises when you use the service: [times of sign-in, IP address …].

## 2. What for

We use your data to [run your account, protect it, answer you]. The legal basis is [contract, consent, legal duty].

## 3. Who receives it

[Name those who process data for you, and those it is passed on to. If there is nobody, say so.]

## 4. Where and how long

Your data is kept in [country]. We delete it [how long] after you delete your account, unless the law has us keep it longer.

## 5. Your rights

You can look at your data in your account, correct it, download it and delete your account. You can withdraw a consent at any time. You can complain to [authority].

## 6. Sensitive data and children

> [!IMPORTANT]
> [Say whether you process sensitive data, and from which age the service may be used.]

## 7. Changes

If this notice changes, we show you what has changed. You can read every earlier version.

## 8. Contact

Questions about your data go to [e-mail address of who is responsible for it].
`,
  },
  zhHans: {
    note: "本文本由模板生成，不构成法律意见。请交由律师审阅，然后删除此行。",
    terms: `本条款适用于您对【服务名称】的使用。服务由【公司名称和地址】（以下称“我们”）运营。

## 第一条 服务内容

我们提供【服务内容】。当前提供的功能见【网址】。

## 第二条 您的账号

1. 使用服务需要账号。注册时请填写正确的信息，并及时更新。
2. 请妥善保管密码。如果他人可能知道您的密码，请立即告知我们。
3. 您须年满【年龄】周岁。

## 第三条 禁止的行为

您不得利用服务违反法律、损害他人、干扰服务运行或使用他人账号。

## 第四条 价格与付款

【说明哪些内容免费，哪些收费、收费多少、何时付款。如全部免费，请写明。】

## 第五条 可用性与责任

> [!IMPORTANT]
> 【说明您承担和不承担哪些责任。凡限制您责任的条款，都应提请用户注意。】

## 第六条 终止

您可以随时在账号设置中注销账号。对违反本条款的账号，我们可以关闭并说明理由；您可以通过【联系方式】提出异议。

## 第七条 变更

本条款变更时，我们会展示变更内容并重新征求您的同意。您可以查阅每一个历史版本。

## 第八条 适用法律与联系方式

本条款适用【国家或地区】法律。联系方式：【电子邮箱、电话】。
`,
    privacy: `本政策说明【服务名称】如何处理您的个人信息。个人信息处理者为【公司名称和地址】（以下称“我们”）。

## 第一条 我们收集的信息

1. 您注册时提供的信息：【用户名、电子邮箱等】。
2. 您使用服务时产生的信息：【登录时间、IP 地址等】。

## 第二条 使用目的

我们将您的信息用于【管理和保护账号、答复您的咨询】。处理的依据是【合同、同意、法定义务】。

## 第三条 信息接收方

【写明受您委托处理信息的单位和接收信息的单位。如果没有，请写明。】

## 第四条 存放地点与期限

您的信息存放于【国家或地区】。除法律要求更长期限外，我们会在您注销账号后【期限】内删除。

## 第五条 您的权利

您可以在账号中查看、更正、下载您的信息，也可以注销账号。您可以随时撤回同意，并可以向【主管机关】投诉。

## 第六条 敏感信息与未成年人

> [!IMPORTANT]
> 【说明您是否处理敏感个人信息，以及多大年龄可以使用服务。】

## 第七条 变更

本政策变更时，我们会展示变更内容。您可以查阅每一个历史版本。

## 第八条 联系方式

有关个人信息的问题，请联系【负责人的电子邮箱】。
`,
  },
  zhHant: {
    note: "本文本由範本產生，不構成法律意見。請交由律師審閱，然後刪除此行。",
    terms: `本條款適用於您對【服務名稱】的使用。服務由【公司名稱和地址】（以下稱「我們」）營運。

## 第一條 服務內容

我們提供【服務內容】。目前提供的功能見【網址】。

## 第二條 您的帳號

1. 使用服務需要帳號。註冊時請填寫正確的資料，並及時更新。
2. 請妥善保管密碼。如果他人可能知道您的密碼，請立即告知我們。
3. 您須年滿【年齡】歲。

## 第三條 禁止的行為

您不得利用服務違反法律、損害他人、干擾服務運作或使用他人帳號。

## 第四條 價格與付款

【說明哪些內容免費，哪些收費、收費多少、何時付款。如全部免費，請寫明。】

## 第五條 可用性與責任

> [!IMPORTANT]
> 【說明您承擔和不承擔哪些責任。凡限制您責任的條款，都應提請使用者注意。】

## 第六條 終止

您可以隨時在帳號設定中刪除帳號。對違反本條款的帳號，我們可以關閉並說明理由；您可以透過【聯絡方式】提出異議。

## 第七條 變更

本條款變更時，我們會顯示變更內容並重新徵求您的同意。您可以查閱每一個歷史版本。

## 第八條 適用法律與聯絡方式

本條款適用【國家或地區】法律。聯絡方式：【電子郵件、電話】。
`,
    privacy: `本政策說明【服務名稱】如何處理您的個人資料。負責處理的是【公司名稱和地址】（以下稱「我們」）。

## 第一條 我們蒐集的資料

1. 您註冊時提供的資料：【使用者名稱、電子郵件等】。
2. 您使用服務時產生的資料：【登入時間、IP 位址等】。

## 第二條 使用目的

我們將您的資料用於【管理和保護帳號、答覆您的詢問】。處理的依據是【契約、同意、法定義務】。

## 第三條 資料接收方

【寫明受您委託處理資料的單位和接收資料的單位。如果沒有，請寫明。】

## 第四條 存放地點與期限

您的資料存放於【國家或地區】。除法律要求更長期限外，我們會在您刪除帳號後【期限】內刪除。

## 第五條 您的權利

您可以在帳號中檢視、更正、下載您的資料，也可以刪除帳號。您可以隨時撤回同意，並可以向【主管機關】申訴。

## 第六條 敏感資料與未成年人

> [!IMPORTANT]
> 【說明您是否處理敏感個人資料，以及多大年齡可以使用服務。】

## 第七條 變更

本政策變更時，我們會顯示變更內容。您可以查閱每一個歷史版本。

## 第八條 聯絡方式

有關個人資料的問題，請聯絡【負責人的電子郵件】。
`,
  },
};
