export { StatisticsView } from "./StatisticsView";
