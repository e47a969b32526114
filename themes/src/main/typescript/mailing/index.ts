export { mailingWords } from "./words";
export { MailingDialog } from "./MailingDialog";
