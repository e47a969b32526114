import { beforeEach, describe, expect, test } from "vitest";
import { colorOf, contrast, WHITE } from "../../../../main/typescript/setup/pages/color";
import { faultsOf } from "../../../../main/typescript/setup/pages/faults";
import type { Looks } from "../../../../main/typescript/setup/pages/Looks";

/** jsdom lays nothing out: everything stands below what comes before it, a hundred wide, unless an attribute says otherwise. */
const laidOut: Looks = {
  style: (element) => getComputedStyle(element),
  box: (element) => {
    if (element.closest("[data-unseen]")) {
      return undefined;
    }
    const top = Number(element.getAttribute("data-top") ?? 10 * [...document.querySelectorAll("*")].indexOf(element));
    return { top, bottom: top + 5, width: Number(element.getAttribute("data-width") ?? 100) };
  },
  overflows: (element) => element.hasAttribute("data-overflows"),
};

const faults = (locale = "en") => faultsOf(document, locale, laidOut);
const find = (selector: string) => document.querySelector<HTMLElement>(selector)!;
const text = () => find("[data-agreement-text]");
const decline = () => find("[value=decline]");

beforeEach(() => {
  document.body.innerHTML = `
    <form>
      <input type="hidden" name="agreements-presentation" value="sample">
      <div class="agr-own" lang="en">
        <div data-agreement-text="agreement-terms" data-overflows tabindex="0" style="overflow-y: auto"><p>Be kind.</p></div>
        <input type="checkbox" name="agreement-news" id="news"><label for="news">I want news</label>
        <button name="agreements-decision" value="accept" style="font-size: 16px; padding: 8px">Accept</button>
        <button name="agreements-decision" value="decline" style="font-size: 16px; padding: 8px">Decline</button>
      </div>
    </form>`;
});

test("a page as it should be has no fault", () => {
  expect(faults()).toEqual([]);
});

test("a page that asks for nothing is not looked at", () => {
  document.body.innerHTML = "<form><input type=checkbox checked></form>";

  expect(faults()).toEqual([]);
});

test("a box ticked in advance is a fault", () => {
  find("#news").setAttribute("checked", "");

  expect(faults()).toEqual([{ rule: "boxes", at: "I want news" }]);
});

describe("a button above the text", () => {
  test("is a fault, even where it is only style that puts it there", () => {
    decline().dataset["top"] = "-20";

    expect(faults()).toEqual([{ rule: "order", at: "Decline" }]);
  });

  test("is none where the text has a box of its own, and the buttons decide on another", () => {
    find("form").insertAdjacentHTML(
      "beforeend",
      '<div data-agreement-text="agreement-news" tabindex="0"><p>By mail.</p></div>',
    );

    expect(faults()).toEqual([]);
    find("#news").remove();
    expect(faults().map(({ at }) => at)).toEqual(["Accept", "Decline"]);
  });

  test("is one on the form to register, where buttons say nothing", () => {
    find("[value=accept]").remove();
    decline().remove();
    find("form").insertAdjacentHTML(
      "afterbegin",
      "<button>Register</button><button type=button>Show password</button>",
    );

    expect(faults()).toEqual([{ rule: "order", at: "Register" }]);
  });
});

describe("refusing made less than accepting", () => {
  test.each([
    ["narrower", () => (decline().dataset["width"] = "60")],
    ["in smaller letters", () => (decline().style.fontSize = "12px")],
    ["in thinner letters", () => (find("[value=accept]").style.fontWeight = "bold")],
    ["lower", () => (decline().style.padding = "2px")],
    ["out of sight", () => (decline().dataset["unseen"] = "")],
  ])("is a fault: %s", (_, plant) => {
    plant();

    expect(faults()).toEqual([{ rule: "refusal", at: "Decline" }]);
  });

  test("is none for a pixel that rounding makes", () => {
    decline().dataset["width"] = "99";

    expect(faults()).toEqual([]);
  });
});

describe("text of too little contrast", () => {
  test("is a fault", () => {
    find("p").style.color = "#777";

    expect(faults()).toEqual([{ rule: "contrast", at: "Be kind. (4.48 : 1)" }]);
    find("p").style.color = "#767676";
    expect(faults()).toEqual([]);
  });

  test("is reckoned with all that lies behind it, and with its opacity", () => {
    find("form").style.backgroundColor = "rgb(0, 0, 0)";
    find("form").style.color = "rgb(255, 255, 255)";
    text().style.backgroundColor = "rgba(255, 255, 255, 0.5)";
    find("label").style.opacity = "0.2";

    expect(faults()).toEqual([
      { rule: "contrast", at: "Be kind. (3.98 : 1)" },
      { rule: "contrast", at: expect.stringMatching(/^I want news \(1\.\d\d : 1\)$/) as string },
    ]);
  });

  test("is not told where a picture lies behind it, or nothing is to be seen", () => {
    find("p").style.color = "#eee";
    text().style.backgroundImage = "url(picture.png)";
    expect(faults()).toEqual([]);

    text().style.backgroundImage = "none";
    find("p").dataset["unseen"] = "";
    expect(faults()).toEqual([]);
  });
});

describe("a text that the keyboard cannot reach", () => {
  test.each([
    ["it scrolls and takes no focus", () => text().removeAttribute("tabindex")],
    ["it is passed over", () => (text().tabIndex = -1)],
    ["it is cut off", () => (text().style.overflowY = "hidden")],
    ["it is not to be seen", () => (text().dataset["unseen"] = "")],
    ["it is inert", () => text().parentElement!.setAttribute("inert", "")],
  ])("is a fault: %s", (_, plant) => {
    plant();

    expect(faults()).toContainEqual({ rule: "keyboard", at: "agreement-terms" });
  });

  test("is none where something within takes the focus, or all of it is in view", () => {
    text().removeAttribute("tabindex");
    text().insertAdjacentHTML("beforeend", "<a href='#'>Article 1</a>");
    expect(faults()).toEqual([]);

    text().innerHTML = "<p>Be kind.</p>";
    text().removeAttribute("data-overflows");
    expect(faults()).toEqual([]);
  });

  test("is none behind something to open", () => {
    text().outerHTML = `<details><summary>The whole</summary>${text().outerHTML}</details>`;

    expect(faults()).toEqual([]);
  });
});

describe("words in another language", () => {
  test("are a fault", () => {
    expect(faults("de")).toEqual([{ rule: "language", at: "en" }]);
    find(".agr-own").lang = "zh-Hans";
    expect(faults("zh-TW")).toEqual([{ rule: "language", at: "zh-Hans" }]);
  });

  test("are none where they are called otherwise", () => {
    find(".agr-own").lang = "zh-Hant";

    expect(faults("zh-TW")).toEqual([]);
  });
});

test("colours are read as browsers write them", () => {
  expect(colorOf("rgb(255, 255, 255)")).toEqual(WHITE);
  expect(colorOf("rgba(0, 0, 0, 0)")).toMatchObject({ alpha: 0 });
  expect(colorOf("color(srgb 1 1 1 / 50%)")).toEqual({ ...WHITE, alpha: 0.5 });
  expect(colorOf("rgb(255 255 255 / 0.5)")).toEqual({ ...WHITE, alpha: 0.5 });
  expect(colorOf("oklch(0.5 0.1 20)")).toBeUndefined();
  expect(contrast(WHITE, colorOf("rgb(0, 0, 0)")!)).toBeCloseTo(21);
});
