import { words } from "../../common";

/** Words about how the pages look on which users decide. */
export const pageWords = words("setup.pages", {
  faulty: (n: number) => ({ count: n }),
  boxes: (at: string) => ({ at }),
  order: (at: string) => ({ at }),
  refusal: (at: string) => ({ at }),
  contrast: (at: string) => ({ at }),
  keyboard: (at: string) => ({ at }),
  language: (at: string) => ({ at }),
});
