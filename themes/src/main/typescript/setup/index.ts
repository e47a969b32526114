export { SetupView } from "./SetupView";
