/** Whose records are held: one of userId and agreement says it. */
export interface HoldSubject {
  userId?: string;
  /** Key of the agreement. */
  agreement?: string;
  /** What it is called. */
  name: string;
}
