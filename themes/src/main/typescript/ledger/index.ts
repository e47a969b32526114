export { LedgerView } from "./LedgerView";
export { type RecordLinks, RecordTable } from "./RecordTable";
export { UserName } from "./UserName";
export { useTitles } from "./useTitles";
