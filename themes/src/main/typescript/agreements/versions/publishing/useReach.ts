import { type Agreement, ApiError, type Version } from "../../../api";
import { count, messageOf, useLoaded, useMessages, useView } from "../../../common";
import { agreementWords } from "../../words";

/** How many users a publication asks. */
export interface ReachInWords {
  title: string;
  /** Left out as long as that is not known, or may not be. */
  users?: number;
  /** Whether that will be known in a moment. */
  isCounting?: boolean;
}

/** Counts them, and says it in words; whoever may not see users is told so without a question to the server. */
export function useReach(
  { key, requirement }: Agreement,
  { number }: Version,
  { material, isAllowed }: { material: boolean; isAllowed: boolean },
): ReachInWords {
  const { api, locale } = useView();
  const words = useMessages(agreementWords);
  const reach = useLoaded(
    () => (isAllowed ? api.reach(key, number, material) : Promise.resolve(null)),
    [api, key, number, material, isAllowed],
  );
  if (!isAllowed || (reach.error instanceof ApiError && reach.error.isForbidden)) {
    return { title: words.reachForbidden };
  }
  if (reach.error !== undefined) {
    return { title: messageOf(reach.error) };
  }
  if (reach.isLoading || !reach.value) {
    return { title: words.reachCounting, isCounting: true };
  }
  const { users, exact } = reach.value;
  if (users === 0) {
    return { title: words.reachNobody, users };
  }
  const counted = count(users, locale);
  return { title: exact ? words.reach(counted, users, requirement) : words.reachAtMost(counted, requirement), users };
}
