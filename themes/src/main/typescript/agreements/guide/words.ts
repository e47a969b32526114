import { words } from "../../common";

/** Words of the path from nothing to a published agreement. */
export const guideWords = words("agreements.guide", {
  stepOf: (number: number, all: number, name: string) => ({ number, all, name }),
  titleIn: (language: string) => ({ language }),
  unwritten: (language: string) => ({ language }),
  changeOf: (name: string) => ({ name }),
  missingText: (language: string) => ({ language }),
  missingReview: (language: string) => ({ language }),
  missingBlank: (language: string, blank: string) => ({ language, blank }),
  missingBinding: (language: string) => ({ language }),
});
