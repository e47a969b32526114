/* global document, URLSearchParams, window */
// Runs within the page: filters that stand in the address, and the viewer.

const filters = document.getElementById("filters");
const cards = [...document.querySelectorAll("#pictures > li")];
const viewer = document.getElementById("viewer");
const stage = document.getElementById("stage");
const pair = document.getElementById("pair");
const modes = document.getElementById("modes");
const slider = document.querySelector("#slider input");
const [before, now] = pair.querySelectorAll("img");
let current = cards[0];

function matches(card) {
  return [...filters.elements].every(({ name, value }) => {
    if (!name || !value) {
      return true;
    }
    const own = card.dataset[name];
    return name === "name" ? own.toLowerCase().includes(value.trim().toLowerCase()) : own === value;
  });
}

function visible() {
  return cards.filter((card) => !card.hidden);
}

function filter() {
  cards.forEach((card) => (card.hidden = !matches(card)));
  const found = visible().length;
  document.getElementById("count").textContent =
    found === cards.length ? `${found} pictures` : `${found} of ${cards.length} pictures`;
}

/** So that what is looked at can be found again after the page was made anew. */
function remember() {
  const chosen = [...filters.elements].filter(({ name, value }) => name && value);
  setAddress(new URLSearchParams(chosen.map(({ name, value }) => [name, value])));
}

function setAddress(chosen) {
  window.history.replaceState(null, "", `#${chosen}`);
}

function recall() {
  const chosen = new URLSearchParams(window.location.hash.slice(1));
  for (const field of filters.elements) {
    if (field.name) {
      field.value = chosen.get(field.name) ?? "";
      // A value that no picture has any more is no filter.
      field.value ||= "";
    }
  }
  filter();
}

function show(card) {
  current = card;
  const link = card.querySelector("a");
  document.getElementById("viewer-name").textContent = card.dataset.name;
  const shown = visible();
  document.getElementById("viewer-about").textContent = [
    `${shown.indexOf(card) + 1} of ${shown.length}`,
    card.querySelector(".state")?.textContent,
  ]
    .filter(Boolean)
    .join(" · ");
  const earlier = link.dataset.before;
  modes.hidden = !earlier;
  before.parentElement.hidden = !earlier;
  setSource(before, earlier);
  setSource(now, link.getAttribute("href"));
  now.alt = card.dataset.state === "gone" ? "Before" : "Now";
  now.previousElementSibling.textContent = now.alt;
  setMode();
  stage.scrollTo(0, 0);
  if (!viewer.open) {
    viewer.showModal();
  }
}

function setSource(image, source) {
  if (source) {
    image.src = source;
  } else {
    image.removeAttribute("src");
  }
}

function setMode() {
  const mode = modes.hidden ? "alone" : modes.querySelector("input:checked").value;
  pair.dataset.mode = mode;
  document.getElementById("slider").hidden = mode !== "slider";
}

function setSlider() {
  pair.style.setProperty("--at", `${slider.value}%`);
}

/** Both at one scale, and none larger than it is. */
function fit() {
  const widest = Math.max(before.parentElement.hidden ? 0 : before.naturalWidth, now.naturalWidth);
  pair.style.setProperty("--widest", `${widest}px`);
  for (const image of [before, now]) {
    image.style.inlineSize = `${(100 * image.naturalWidth) / widest}%`;
  }
}

function go(steps) {
  const shown = visible();
  const next = shown[shown.indexOf(current) + steps];
  if (next) {
    show(next);
  }
}

for (const card of cards) {
  card.querySelector("a").addEventListener("click", (event) => {
    if (event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      show(card);
    }
  });
}
for (const image of [before, now]) {
  image.addEventListener("load", fit);
}
filters.addEventListener("input", () => {
  filter();
  remember();
});
filters.addEventListener("submit", (event) => event.preventDefault());
document.getElementById("all").addEventListener("click", () => {
  setAddress("");
  recall();
});
modes.addEventListener("change", setMode);
slider.addEventListener("input", setSlider);
pair.addEventListener("pointermove", (event) => {
  if (event.buttons === 1 && pair.dataset.mode === "slider") {
    const { left, width } = pair.getBoundingClientRect();
    slider.value = (100 * (event.clientX - left)) / width;
    setSlider();
  }
});
viewer.addEventListener("keydown", (event) => {
  const steps = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (steps && !event.target.matches("input")) {
    event.preventDefault();
    go(steps);
  }
});
document.getElementById("previous").addEventListener("click", () => go(-1));
document.getElementById("next").addEventListener("click", () => go(1));
document.getElementById("close").addEventListener("click", () => viewer.close());
viewer.addEventListener("close", () => current.querySelector("a").focus());
window.addEventListener("hashchange", recall);

setSlider();
filters.hidden = false;
recall();
