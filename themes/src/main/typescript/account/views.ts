// What the account console loads when the first of our pages is shown.
export { speak } from "../common/language/messages";
export { MyAgreementsPage } from "./agreements/MyAgreementsPage";
export { MyDataPage } from "./data/MyDataPage";
export { DeletionPage } from "./deletion/DeletionPage";
