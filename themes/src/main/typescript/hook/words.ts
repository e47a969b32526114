import { messages } from "../common/language/messages";

export const hookWords = messages({ agreements: "Agreements" }, { agreements: "协议" });
