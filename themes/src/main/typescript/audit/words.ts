import { messages } from "../common";

/** Words of the audit; what is counted, and from what, the server says itself. */
export const auditWords = messages(
  {
    title: "Audit",
    explanation:
      "Figures of one year for a compliance audit. Each says from what it was counted, and whether it cannot be counted any more. They are exact, so they are for the operator and its auditors only.",
    year: "Year",
    page: "Download to print (HTML)",
    csv: "Download as CSV",
    failed: "The file could not be downloaded",
    figure: "Figure",
    value: "Value",
    counted: (source: string) => `Counted from: ${source}`,
    figureOf: (figure: string, subject: string) => `${figure}: ${subject}`,
  },
  {
    title: "审计",
    explanation:
      "用于合规审计的年度数字。每个数字均注明统计依据，无法再统计的也予以说明。这些是实际数，仅供运营者及其审计人员使用。",
    year: "年度",
    page: "下载打印版（HTML）",
    csv: "下载 CSV",
    failed: "文件下载失败",
    figure: "项目",
    value: "数值",
    counted: (source) => `统计依据：${source}`,
    figureOf: (figure, subject) => `${figure}：${subject}`,
  },
  {
    title: "稽核",
    explanation:
      "用於合規稽核的年度數字。每個數字均註明統計依據，無法再統計的也予以說明。這些是實際數，僅供營運者及其稽核人員使用。",
    year: "年度",
    page: "下載列印版（HTML）",
    csv: "下載 CSV",
    failed: "檔案下載失敗",
    figure: "項目",
    value: "數值",
    counted: (source) => `統計依據：${source}`,
    figureOf: (figure, subject) => `${figure}：${subject}`,
  },
);
