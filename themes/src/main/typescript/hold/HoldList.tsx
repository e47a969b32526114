import type { Access, LegalHold } from "../api";
import { type Loaded, Paging } from "../common";
import { HoldCard } from "./HoldCard";

/** How many holds are shown at once. */
export const PAGE = 10;

/** Holds in force, to page through. */
export function HoldList({
  holds,
  access,
  first,
  onFirst,
}: {
  holds: Loaded<LegalHold[]>;
  /** What whoever is signed in may do; nothing while that is not known. */
  access: Access | undefined;
  first: number;
  onFirst: (first: number) => void;
}) {
  const received = holds.value ?? [];
  return (
    <div aria-busy={holds.isLoading}>
      <ul className="agreements-holds">
        {received.slice(0, PAGE).map((hold) => (
          <HoldCard
            key={hold.id}
            hold={hold}
            mayLift={Boolean(access?.manageUsers && (hold.agreement === undefined || access.manageRealm))}
            onChanged={holds.reload}
          />
        ))}
      </ul>
      {(first > 0 || received.length > PAGE) && (
        <Paging first={first} max={PAGE} received={received.length} onFirst={onFirst} />
      )}
    </div>
  );
}
