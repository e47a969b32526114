// Notes when the end of a text and the clauses attention is drawn to have come into sight, lets a form be sent only once, and has what was typed into a form that
// is sent too late at hand when the form is there again.

const scripted = document.querySelector('input[name="agreements-scripted"]');
if (scripted) {
  scripted.value = "true";
}

for (const text of document.querySelectorAll("[data-agreement-text]")) {
  const end = text.querySelector("[data-agreement-end]");
  const field = document.getElementById(`${text.dataset.agreementText}.end`);
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        field.value = "true";
        observer.disconnect();
      }
    },
    { root: text },
  );
  observer.observe(end);
}

// Marks at both ends of a clause take no room, and are neither its first nor its last child, which styles may be about.
const markEnds = (clause) => {
  clause.style.position = "relative";
  return ["inset-block-start", "inset-block-end"].map((end) => {
    const mark = document.createElement("span");
    mark.style.cssText = `position: absolute; ${end}: 0; inset-inline-start: 0; inline-size: 1px; block-size: 1px`;
    clause.insertBefore(mark, clause.lastElementChild);
    return mark;
  });
};

for (const agreement of document.querySelectorAll(".agr-agreement")) {
  const field = agreement.querySelector('input[name$=".seen"]');
  const links = agreement.querySelectorAll(".agr-attention a");
  const seen = new Set(field?.value.split(" ").filter(Boolean).map(Number));
  links.forEach((link, index) => {
    const clause = document.getElementById(link.hash.slice(1));
    // Older browsers do not open by themselves what is folded around the place a link leads to.
    link.addEventListener("click", () => clause.closest("details")?.setAttribute("open", ""));
    const unseen = new Set(markEnds(clause));
    const observer = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) {
          unseen.delete(target);
        }
      }
      if (unseen.size === 0) {
        seen.add(index + 1);
        field.value = [...seen].sort((one, other) => one - other).join(" ");
        observer.disconnect();
      }
    });
    unseen.forEach((mark) => observer.observe(mark));
  });
}

// How long a second press counts as part of the first, where the browser does not say that it was stopped.
const MILLIS_OF_ONE_PRESS = 3000;

for (const form of document.querySelectorAll("form[data-agreement-once]")) {
  let sent = false;
  const sendAgain = () => {
    sent = false;
  };
  form.addEventListener("submit", (event) => {
    if (sent) {
      event.preventDefault();
      return;
    }
    sent = true;
    if (!window.navigation) {
      setTimeout(sendAgain, MILLIS_OF_ONE_PRESS);
    }
  });
  // Whoever stops the browser on its way stays on the page; and the page may come back out of the browser's history.
  window.navigation?.addEventListener("navigateerror", sendAgain);
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) {
      sendAgain();
    }
  });
}

const again = document.querySelector("[data-agreement-lifespan]");
if (again) {
  const LATE = "agreements.late";
  const form = again.closest("form");
  const place = new URL(form.getAttribute("action"), location.href).pathname;
  const lifespan = again.dataset.agreementLifespan * 1000;
  const shownAt = Date.now();
  // Keycloak lets a password be seen by making it a text.
  const secrets = new Set(form.querySelectorAll("input[type=password]"));
  const isSecret = (field) =>
    secrets.has(field) || /(^|\s)(off|one-time-code|cc-\S+|\S+-password)(\s|$)/.test(field.autocomplete);
  // What is folded away is there all the same.
  const isThere = (field) => (field.closest("details:not([open])") ?? field).getClientRects().length > 0;
  const isTyped = (field) =>
    field.name &&
    !isSecret(field) &&
    isThere(field) &&
    (field.tagName === "TEXTAREA" ||
      field.tagName === "SELECT" ||
      ["text", "email", "tel", "url", "number", "date"].includes(field.type));

  const late = JSON.parse(sessionStorage.getItem(LATE) ?? "{}");
  sessionStorage.removeItem(LATE);
  const isOfThisForm = late.place === place && shownAt - late.at < lifespan;
  for (const [name, value] of isOfThisForm ? late.typed : []) {
    const field = form.elements[name];
    if (field && isTyped(field) && !field.value) {
      field.value = value;
      field.closest("details")?.setAttribute("open", "");
      again.hidden = false;
    }
  }
  if (!again.hidden) {
    form.prepend(again);
  }

  form.addEventListener("submit", () => {
    const at = Date.now();
    if (at - shownAt > lifespan) {
      const typed = [...form.elements].filter(isTyped).map((field) => [field.name, field.value]);
      sessionStorage.setItem(LATE, JSON.stringify({ place, at, typed }));
    }
  });
}
