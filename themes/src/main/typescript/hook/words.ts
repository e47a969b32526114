import { messages } from "../common/messages";

export const hookWords = messages({ agreements: "Agreements" }, { agreements: "协议" });
