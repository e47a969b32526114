export { AgreementsApi, type ApiAccess } from "./AgreementsApi";
export { ApiError } from "./ApiError";
export * from "./types";
