export { AskAgain } from "./AskAgain";
