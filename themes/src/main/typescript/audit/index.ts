export { AuditView } from "./AuditView";
