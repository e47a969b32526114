import { tagOf } from "./languages";
import type { SentWords } from "./messages";

/** Where the words of a console come from: those of the realm somebody has signed in to, as the stock ones. */
export interface WordsPlace {
  console: "admin" | "account";
  baseUrl: string;
  realm: string;
}

/** Asks the server for the words of the views. */
export async function fetchWords({ console, baseUrl, realm }: WordsPlace, locale: string): Promise<SentWords> {
  const response = await fetch(
    `${baseUrl}/realms/${encodeURIComponent(realm)}/agreements/console/words/${console}/${encodeURIComponent(tagOf(locale))}`,
    { headers: { accept: "application/json" } },
  );
  if (!response.ok) {
    throw new Error(`The server gives no words for the views (${String(response.status)})`);
  }
  return (await response.json()) as SentWords;
}
