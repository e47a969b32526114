import { Text } from "@patternfly/react-core";
import { useEffect, useState } from "react";
import type { Restriction, RestrictionFilter } from "../api";
import { type Loaded, Paging, useLoaded, useView, Waiting } from "../common";
import { RestrictionCard } from "./RestrictionCard";

const PAGE = 10;

/** A page of a list, and how to get to another. */
export interface RestrictionPage {
  restrictions: Loaded<Restriction[]>;
  first: number;
  setFirst: (first: number) => void;
}

/** Loads what the filter means, a page at a time. */
export function useRestrictions({
  user,
  kind,
  active,
  appealed,
}: Omit<RestrictionFilter, "first" | "max">): RestrictionPage {
  const { api } = useView();
  const [first, setFirst] = useState(0);
  const restrictions = useLoaded(
    () => api.restrictions({ ...(user !== undefined && { user }), kind, active, appealed, first, max: PAGE + 1 }),
    [api, user, kind, active, appealed, first],
  );
  const isBehindTheEnd = first > 0 && restrictions.value?.length === 0 && !restrictions.isLoading;
  useEffect(() => {
    if (isBehindTheEnd) {
      setFirst(Math.max(first - PAGE, 0));
    }
  }, [isBehindTheEnd, first]);
  return { restrictions, first, setFirst };
}

/** Restrictions to page through, with what can be done about each. */
export function RestrictionList({
  list: { restrictions, first, setFirst },
  none,
  isOfOneUser = false,
  mayAct,
  onUser,
  onChanged,
}: {
  list: RestrictionPage;
  /** What to say where there is nothing. */
  none: string;
  isOfOneUser?: boolean;
  mayAct: boolean;
  onUser?: ((userId: string) => void) | undefined;
  /** What was read before is out of date. */
  onChanged: () => void;
}) {
  return (
    <Waiting for={restrictions}>
      {(received) =>
        received.length === 0 && first === 0 ? (
          <Text className="agreements-hint">{none}</Text>
        ) : (
          <div aria-busy={restrictions.isLoading}>
            <ul className="agreements-restrictions">
              {received.slice(0, PAGE).map((restriction) => (
                <RestrictionCard
                  key={restriction.id}
                  restriction={restriction}
                  isOfOneUser={isOfOneUser}
                  mayAct={mayAct}
                  onUser={onUser}
                  onChanged={onChanged}
                />
              ))}
            </ul>
            {(first > 0 || received.length > PAGE) && (
              <Paging first={first} max={PAGE} received={received.length} onFirst={setFirst} />
            )}
          </div>
        )
      }
    </Waiting>
  );
}
