import type { Bytes } from "./bytes";
import { Malformed } from "./Malformed";
import { readKey, type VerifierKey } from "./note";
import { isUserPack, readReceipt } from "./receipt";
import type { RecordForm } from "./record";
import { isZip } from "./storedZip";
import { type Code, type Finding, type Grade, isFault, type Report, verifyReceipt } from "./verifyReceipt";
import { isPackFault, isVersionPack, type PackReport, verifyVersion } from "./verifyVersion";

const GRADES: readonly Grade[] = ["RECORDED", "SIGNED", "WITNESSED", "STAMPED"];

/** What is said in the place of a grade that is not looked at here, though there is something to it. */
const LEFT_OPEN: Partial<Record<Grade, Code>> = { WITNESSED: "OWN_WITNESSES", STAMPED: "UNCHECKED_STAMP" };

/** The file stays here: from now on the browser lets no request go to another origin. */
function sendNothingElsewhere(): void {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = "connect-src 'self'";
  document.head.append(policy);
}

/** Without the keys nothing can be said of a receipt. */
class KeysMissing extends Error {}

/** Where a receipt is dropped, and what came out. Its words are those of the page around. */
class VerifyPage {
  readonly #place: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #verdict: HTMLElement;

  constructor(place: HTMLElement) {
    this.#place = place;
    this.#input = place.querySelector("input")!;
    this.#verdict = place.querySelector<HTMLElement>("[data-verdict]")!;
  }

  show(): void {
    this.#place.hidden = false;
    this.#input.addEventListener("change", () => this.#take(this.#input.files));
    for (const event of ["dragenter", "dragover"]) {
      this.#place.addEventListener(event, (dragged) => {
        dragged.preventDefault();
        this.#place.classList.add("agr-verify-over");
      });
    }
    for (const event of ["dragleave", "drop"]) {
      this.#place.addEventListener(event, () => this.#place.classList.remove("agr-verify-over"));
    }
    this.#place.addEventListener("drop", (dropped) => {
      dropped.preventDefault();
      this.#take(dropped.dataTransfer?.files ?? null);
    });
  }

  #take(files: FileList | null): void {
    const file = files?.[0];
    if (file) {
      void this.#verify(file);
    }
  }

  async #verify(file: File): Promise<void> {
    delete this.#verdict.dataset["file"];
    this.#verdict.replaceChildren(element("p", this.#word("busy")));
    const bytes: Bytes = new Uint8Array(await file.arrayBuffer());
    try {
      if (isVersionPack(bytes)) {
        this.#tellOfVersion(await verifyVersion(bytes, await this.#knownKeys()));
      } else {
        const receipt = readReceipt(bytes);
        this.#tell(await verifyReceipt(receipt, await this.#knownKeys()));
      }
    } catch (cause) {
      if (cause instanceof KeysMissing) {
        this.#verdict.replaceChildren(this.#headline("NO_KEYS", false), element("p", this.#word("NO_KEYS_HINT")));
      } else {
        this.#verdict.replaceChildren(this.#headline("NO_RECEIPT", false), this.#reason(bytes, cause));
      }
    }
    this.#verdict.dataset["file"] = file.name;
  }

  /** Those of this realm's log, which do not come with the receipt. None before there are any. */
  async #knownKeys(): Promise<VerifierKey[]> {
    try {
      const response = await fetch(this.#place.dataset["keys"]!);
      if (response.status === 404) {
        return [];
      }
      if (!response.ok) {
        throw new KeysMissing(`The keys came with status ${response.status}`);
      }
      return await Promise.all((await response.text()).trimEnd().split("\n").map(readKey));
    } catch (cause) {
      throw cause instanceof KeysMissing ? cause : new KeysMissing(String(cause), { cause });
    }
  }

  /** What to do about a file that is none, as far as that is known; else what was found in it, for who can make use of that. */
  #reason(bytes: Bytes, cause: unknown): HTMLElement {
    const name = isUserPack(bytes) ? "USER_PACK" : isZip(bytes) ? "ANOTHER_ZIP" : "NO_ZIP";
    const reason = element("p", this.#word(name));
    if (name === "ANOTHER_ZIP") {
      reason.append(" ", this.#malady(cause));
    }
    return reason;
  }

  #malady(cause: unknown): HTMLElement {
    if (cause instanceof Malformed && cause.malady) {
      return element("span", this.#phrase(cause.malady, cause.file));
    }
    const detail = element("span", cause instanceof Malformed ? cause.message : String(cause));
    detail.lang = "en";
    return detail;
  }

  #tell(report: Report): void {
    const { record, title, proof, grades, findings, isGood } = report;
    const parts = [this.#verdictOn(isGood, findings, "GOOD", "NOT_GOOD")];
    if (record) {
      const { agreement, version, locale } = record;
      const what = [...this.#edition(agreement, version, locale, title), this.#about(record)];
      const when = new Date(record.occurredAt).toLocaleString(document.documentElement.lang || undefined, {
        dateStyle: "long",
        timeStyle: "long",
      });
      parts.push(element("p", [...what, when].join(" · ")));
    }
    const list = element("ul");
    const isLeftOpen = (grade: Grade) => findings.some(({ code }) => code === LEFT_OPEN[grade]);
    const said = GRADES.filter((grade) => !isLeftOpen(grade));
    list.append(...said.map((grade) => this.#graded(grade, grades.includes(grade))));
    list.append(...findings.map((finding) => this.#found(finding)));
    parts.push(list);
    if (proof) {
      const { origin, size } = proof.checkpoint;
      parts.push(element("p", this.#phrase("PLACE", origin, String(proof.index), String(size))));
    }
    this.#verdict.replaceChildren(...parts);
  }

  /** Which text of which agreement it is. */
  #edition(agreement?: string, version?: number, locales?: string, title?: string): string[] {
    return [
      agreement && (title ? this.#phrase("DETAILED", title, agreement) : agreement),
      version === undefined ? undefined : this.#phrase("VERSION", String(version)),
      locales && this.#phrase("LANGUAGE", locales),
    ].filter((word) => word !== undefined);
  }

  /** What a record is about: of a type that this page does not know, the type. */
  #about({ decision, type }: RecordForm): string {
    return decision === undefined ? (this.#find(`TYPE_${type}`) ?? type) : this.#word(decision);
  }

  #tellOfVersion({ manifest, findings, remarks, isGood }: PackReport): void {
    const { agreement, version, texts, wordings, records } = manifest;
    const what = this.#edition(agreement, version, texts.map(({ locale }) => locale).join(", ")).join(" · ");
    const list = element("ul");
    list.append(
      line("i", this.#labelled(this.#word("PACK_WORDINGS"), String(wordings.length))),
      line("i", this.#labelled(this.#word("PACK_RECORDS"), String(records.length))),
    );
    for (const { code, file, detail, receipt } of findings) {
      list.append(this.#remark(isPackFault(code), file, `PACK_${code}`, detail));
      list.append(...(receipt?.findings ?? []).map((finding) => this.#found(finding)));
    }
    list.append(...remarks.map((remark) => this.#found(remark)));
    list.append(line("i", this.#labelled(this.#word("NOTE"), this.#word("PACK_COVERAGE"))));
    this.#verdict.replaceChildren(
      this.#verdictOn(isGood, remarks, "PACK_IS_GOOD", "PACK_IS_NOT_GOOD"),
      element("p", what),
      list,
    );
  }

  /** What is signed by a key that only the file knows anybody may have made: that is nothing to be shown as good here. */
  #verdictOn(isGood: boolean, findings: readonly Finding[], good: string, notGood: string): HTMLElement {
    const isOfAnotherLog = isGood && findings.some(({ code }) => code === "OWN_KEY");
    return this.#headline(isOfAnotherLog ? "OF_ANOTHER_LOG" : isGood ? good : notGood, isGood && !isOfAnotherLog);
  }

  #headline(word: string, isGood: boolean): HTMLElement {
    const headline = element("p", this.#word(word));
    headline.className = isGood ? "agr-verdict agr-verdict-good" : "agr-verdict agr-verdict-bad";
    return headline;
  }

  #graded(grade: Grade, isReached: boolean): HTMLElement {
    return line(isReached ? "✓" : "✗", this.#labelled(this.#word(isReached ? "yes" : "no"), this.#word(grade)));
  }

  #found({ code, file, detail }: Finding): HTMLElement {
    return this.#remark(isFault(code), file, code, detail);
  }

  #remark(isWrong: boolean, file: string, name: string, detail: string): HTMLElement {
    const about = this.#labelled(file, this.#word(name));
    const words = this.#labelled(this.#word(isWrong ? "WRONG" : "NOTE"), about);
    return line(isWrong ? "✗" : "i", detail ? this.#phrase("DETAILED", words, detail) : words);
  }

  #labelled(label: string, words: string): string {
    return this.#phrase("LABELLED", label, words);
  }

  /** Words with others in them. */
  #phrase(name: string, ...others: string[]): string {
    return this.#word(name).replace(/\{(\d)\}/g, (_, place: string) => others[Number(place)] ?? "");
  }

  #word(name: string): string {
    return this.#find(name) ?? name;
  }

  #find(name: string): string | undefined {
    const words = [...this.#place.querySelectorAll<HTMLElement>("[data-word]")];
    return words.find(({ dataset }) => dataset["word"] === name)?.textContent ?? undefined;
  }
}

function line(mark: string, words: string): HTMLElement {
  const made = element("li");
  const shown = element("span", mark);
  shown.className = "agr-mark";
  shown.setAttribute("aria-hidden", "true");
  made.append(shown, element("span", words));
  return made;
}

function element(name: string, text = ""): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

const place = document.querySelector<HTMLElement>("[data-agreement-verify]");
if (place && globalThis.crypto?.subtle) {
  sendNothingElsewhere();
  new VerifyPage(place).show();
}
