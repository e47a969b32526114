// Notes when the end of a text has come into sight, lets a form be sent only once, and has what was typed into a form that
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
  const isTyped = (field) =>
    field.name &&
    !isSecret(field) &&
    field.getClientRects().length > 0 &&
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
