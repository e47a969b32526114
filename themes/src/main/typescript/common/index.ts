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
export {
  count,
  dateTime,
  dateTimeToTheSecond,
  dayAt,
  dayInWords,
  fromLocalInput,
  percent,
  startOfDay,
  toLocalInput,
} from "./language/dates";
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
export { languageName, messagesFor, sentences, useMessages, words, type WordsOf } from "./language/messages";
export { commonWords } from "./language/words";
export { AgreementTitle } from "./parts/AgreementTitle";
export { Choice } from "./parts/Choice";
export { Dialog } from "./parts/Dialog";
export { Field } from "./parts/Field";
export { DecisionLabel, StateLabel } from "./parts/labels";
export { follow, followLink } from "./parts/places";
export { ViewHeader } from "./parts/ViewHeader";
export { ZoneNote } from "./parts/ZoneNote";
export { View } from "./View";
export { useView } from "./ViewContext";
export {
  type Address,
  type Navigation,
  type Place,
  type Step,
  STEPS,
  type Tab,
  TABS,
  type ViewProps,
} from "./ViewProps";
