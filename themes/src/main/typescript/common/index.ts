export { Alert } from "./alerts/Alert";
export { messageOf, useAlerts } from "./alerts/Alerts";
export { Refusal } from "./alerts/Refusal";
export { fieldRefusal } from "./asking/fieldRefusal";
export { asked, BEGINNING, type PageStart, turned } from "./asking/pages";
export { Paging } from "./asking/Paging";
export { type Action, useAction } from "./asking/useAction";
export { type Loaded, useLoaded } from "./asking/useLoaded";
export { usePolling } from "./asking/usePolling";
export { Failure, Loading, Nothing, Waiting } from "./asking/Waiting";
export { browserZone, count, dateTime, dayInWords, fromLocalInput, percent, toLocalInput } from "./language/dates";
export {
  directionOf,
  inLanguage,
  isolated,
  nameOf,
  nearest,
  nearestLocale,
  scriptOf,
  tagOf,
  writtenLanguage,
} from "./language/languages";
export { languageName, messages, messagesFor, useMessages } from "./language/messages";
export { commonWords } from "./language/words";
export { AgreementTitle } from "./parts/AgreementTitle";
export { Dialog } from "./parts/Dialog";
export { Field } from "./parts/Field";
export { DecisionLabel, StateLabel } from "./parts/labels";
export { followLink } from "./parts/places";
export { ViewHeader } from "./parts/ViewHeader";
export { View } from "./View";
export { useView } from "./ViewContext";
export { type Navigation, type Place, type Tab, TABS, type ViewProps } from "./ViewProps";
