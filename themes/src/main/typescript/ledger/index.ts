export { LedgerView } from "./LedgerView";
export { RecordTable } from "./RecordTable";
export { UserName } from "./UserName";
