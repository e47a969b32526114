import { useContext } from "react";
import { useMessages } from "../language/messages";
import { commonWords } from "../language/words";
import { Context } from "../ViewContext";

/** Says once for a page in which zone its moments are told; nothing outside of a View, where that is said otherwise. */
export function ZoneNote() {
  const words = useMessages(commonWords);
  const view = useContext(Context);
  return view === undefined ? null : <p className="agreements-hint agreements-zone">{words.timesIn(view.timeZone)}</p>;
}
