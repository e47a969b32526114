import { words } from "../common";

/** Words about what a realm needs. What was found is said by the server. */
export const setupWords = words("setup", {
  lacking: (n: number) => ({ count: n }),
  withoutJars: (what: string) => ({ what }),
  mendThat: (what: string) => ({ what }),
});
