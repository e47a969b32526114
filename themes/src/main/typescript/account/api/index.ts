export { MyApi, type MyApiAccess } from "./MyApi";
export * from "./types";
