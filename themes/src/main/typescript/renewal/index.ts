export { AskAgain } from "./AskAgain";
export { TakeBack } from "./TakeBack";
