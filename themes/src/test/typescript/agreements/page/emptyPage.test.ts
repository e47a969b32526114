import { describe, expect, test } from "vitest";
import { emptyPage, fill } from "../../../../main/typescript/agreements/page/emptyPage";

const ADDRESS = "https://id.example/realms/shop/agreements";

/** What matters of a page of a login theme. */
const PAGE = `<!DOCTYPE html><html class="pf-v5" lang="en" dir="ltr"><head>
  <meta http-equiv="refresh" content="1"><meta name="color-scheme" content="light dark">
  <base href="https://elsewhere.example/">
  <link rel="icon" href="/x.svg"><link rel="stylesheet" href="/resources/1/login/shop/css/shop.css">
  <script type="module">steal()</script>
</head><body class="login" onload="steal()">
  <h1 id="kc-page-title"><span class="agr-own">Agreements</span></h1>
  <div class="pf-v5-c-login__main-header-utilities"><select id="login-select-toggle"></select></div>
  <link rel="stylesheet" href="/resources/1/login/shop/css/agreements.css?v=1">
  <div class="agr-own"><ul class="agr-list"><li>Terms</li></ul></div>
  <footer>Shop</footer>
</body></html>`;

const made = (html = PAGE) => {
  const page = emptyPage({ html, address: ADDRESS });
  return page === undefined ? undefined : new DOMParser().parseFromString(page, "text/html");
};

describe("an empty page of a login theme", () => {
  test("has its style sheets, wherever it is shown, and all that is around", () => {
    const page = made()!;

    expect([...page.querySelectorAll("link")].map(({ href }) => href)).toEqual([
      "https://id.example/resources/1/login/shop/css/shop.css",
      "https://id.example/resources/1/login/shop/css/agreements.css?v=1",
    ]);
    expect(page.documentElement.className).toBe("pf-v5");
    expect(page.body.className).toBe("login");
    expect(page.querySelector("footer")!.textContent).toBe("Shop");
    expect(page.doctype).not.toBeNull();
  });

  test("has nothing that runs, leads away or can be chosen", () => {
    const page = made()!;

    expect(page.querySelectorAll("script, base, meta, select, [onload]")).toHaveLength(0);
    expect(page.querySelector(".agr-list")).toBeNull();
  });

  test("has pictures and links from where it comes, and its own places in it", () => {
    const footer = '<footer><img src="img/shop.svg"><a href="imprint">Imprint</a><a href="#top">Up</a></footer>';
    const page = made(PAGE.replace("<footer>Shop</footer>", footer))!;

    expect(page.querySelector("img")!.getAttribute("src")).toBe("https://id.example/realms/shop/img/shop.svg");
    expect([...page.querySelectorAll("footer a")].map((link) => link.getAttribute("href"))).toEqual([
      "https://id.example/realms/shop/imprint",
      "#top",
    ]);
  });

  test("is filled with a text and its title, each in its language", () => {
    const page = made()!;
    fill(page, { title: "شروط", html: "<h2>١</h2>", lang: "ar", dir: "rtl" });

    const [title, text] = [page.querySelector<HTMLElement>("h1 > span")!, page.querySelector<HTMLElement>("article")!];
    expect([title.textContent, title.lang, title.dir]).toEqual(["شروط", "ar", "rtl"]);
    expect([text.innerHTML, text.lang, text.dir]).toEqual(["<h2>١</h2>", "ar", "rtl"]);
    fill(page, { title: "Terms", html: "<h2>1</h2>", lang: "en", dir: "ltr" });
    expect(text.textContent).toBe("1");
  });

  test.each(["", "<p>Bad gateway</p>", '{"agreements":[]}', '<span class="agr-own">x</span>'])(
    "is made of nothing else: %s",
    (html) => {
      expect(made(html)).toBeUndefined();
    },
  );
});
