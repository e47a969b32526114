import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const FILTERS = ["state", "folder", "language", "size", "scheme"];
const MODES = [
  ["slider", "Slider"],
  ["beside", "Side by side"],
  ["difference", "Difference"],
];
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const style = besideThis("gallery.css");
const script = besideThis("browse.mjs");

/** The page to look through pictures, which needs nothing but the directories `now` and `before` beside it. */
export function page(pictures, isCompared) {
  const filters = isCompared ? FILTERS : FILTERS.filter((filter) => filter !== "state");
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Pictures of pages</title>
    <style>
${style}</style>
  </head>
  <body>
    <header>
      <h1>Pictures of pages</h1>
      <p id="count" role="status">${pictures.length} pictures</p>
      <form id="filters" hidden>
        ${filters.map((filter) => select(filter, pictures)).join("\n        ")}
        <label>Name <input type="search" name="name" autocomplete="off"></label>
        <button type="button" id="all">Show all</button>
      </form>
    </header>
    <main>
      <ul id="pictures">
        ${pictures.map(card).join("\n        ")}
      </ul>
    </main>
${viewer()}
    <script type="module">
${script}</script>
  </body>
</html>
`;
}

function besideThis(name) {
  return readFileSync(join(dirname(fileURLToPath(import.meta.url)), name), "utf8");
}

function select(filter, pictures) {
  const values = [...new Set(pictures.map((picture) => picture[filter]))];
  const options = (filter === "state" ? values : values.sort()).map(
    (value) => `<option value="${escaped(value || "-")}">${escaped(value || "none")}</option>`,
  );
  return `<label>${capital(filter)} <select name="${filter}"><option value="">all</option>${options.join("")}</select></label>`;
}

function card(picture) {
  const { path, page: name, folder, language, size, scheme, state, share } = picture;
  const data = FILTERS.map((filter) => `data-${filter}="${escaped(picture[filter] || "-")}"`).join(" ");
  const address = escaped(path.split("/").map(encodeURIComponent).join("/"));
  const shown = state === "gone" ? "before" : "now";
  const before = state === "changed" ? ` data-before="before/${address}"` : "";
  const about = [folder, language, size, scheme].filter(Boolean).join(" · ");
  const became = state ? `<span class="state ${state}">${stateOf(state, share)}</span>` : "";
  return (
    `<li data-name="${escaped(path)}" ${data}><a href="${shown}/${address}"${before}>` +
    `<img src="${shown}/${address}" alt="" loading="lazy" decoding="async">` +
    `<span class="page">${escaped(name || path)}</span> <span class="about">${escaped(about)}</span> ${became}</a></li>`
  );
}

function viewer() {
  const modes = MODES.map(
    ([mode, name], at) =>
      `<label><input type="radio" name="mode" value="${mode}"${at === 0 ? " checked" : ""}> ${name}</label>`,
  );
  return `    <dialog id="viewer" aria-labelledby="viewer-name">
      <header>
        <div>
          <h2 id="viewer-name"></h2>
          <p id="viewer-about"></p>
        </div>
        <fieldset id="modes">
          <legend>Before and now</legend>
          ${modes.join("\n          ")}
          <label id="slider">before <input type="range" min="0" max="100" value="50" aria-label="How much of before"> now</label>
        </fieldset>
        <p>
          <button type="button" id="previous">Previous</button>
          <button type="button" id="next">Next</button>
          <button type="button" id="close">Close</button>
        </p>
      </header>
      <div id="stage" tabindex="0" role="group" aria-label="Picture" autofocus>
        <div id="pair">
          <figure class="before"><figcaption>Before</figcaption><img alt="Before" draggable="false"></figure>
          <figure class="now"><figcaption>Now</figcaption><img alt="Now" draggable="false"></figure>
        </div>
      </div>
    </dialog>`;
}

function stateOf(state, share) {
  if (state !== "changed") {
    return state;
  }
  if (share === null) {
    return "changed, cannot be measured";
  }
  return `changed, ${share < 0.001 ? "less than 0.1" : (share * 100).toFixed(1)} %`;
}

function capital(word) {
  return word[0].toUpperCase() + word.slice(1);
}

function escaped(text) {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
}
