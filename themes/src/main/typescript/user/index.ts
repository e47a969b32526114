export { UserAgreementsView } from "./UserAgreementsView";
