import { Text } from "@patternfly/react-core";
import { useEffect, useState } from "react";
import type { Restriction, RestrictionFilter, Stretch } from "../api";
import { asked, BEGINNING, type Loaded, type PageStart, Paging, turned, useLoaded, useView, Waiting } from "../common";
import { RestrictionCard } from "./RestrictionCard";

const PAGE = 10;

/** A page of a list, and how to get to another. */
export interface RestrictionPage {
  restrictions: Loaded<Restriction[]>;
  page: PageStart;
  setPage: (page: PageStart) => void;
}

/** Loads what the filter means, a page at a time. */
export function useRestrictions({
  user,
  kind,
  active,
  appealed,
}: Omit<RestrictionFilter, keyof Stretch>): RestrictionPage {
  const { api } = useView();
  const [page, setPage] = useState(BEGINNING);
  const restrictions = useLoaded(
    () => api.restrictions({ ...(user !== undefined && { user }), kind, active, appealed, ...asked(page, PAGE) }),
    [api, user, kind, active, appealed, page],
  );
  const isBehindTheEnd = page.first > 0 && restrictions.value?.length === 0 && !restrictions.isLoading;
  useEffect(() => {
    if (isBehindTheEnd) {
      setPage((current) => turned(current, current.first - PAGE, undefined));
    }
  }, [isBehindTheEnd]);
  return { restrictions, page, setPage };
}

/** Restrictions to page through, with what can be done about each. */
export function RestrictionList({
  list: { restrictions, page, setPage },
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
        received.length === 0 && page.first === 0 ? (
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
            {(page.first > 0 || received.length > PAGE) && (
              <Paging
                first={page.first}
                max={PAGE}
                received={received.length}
                onFirst={(first) => setPage(turned(page, first, received[PAGE - 1]?.id))}
              />
            )}
          </div>
        )
      }
    </Waiting>
  );
}
