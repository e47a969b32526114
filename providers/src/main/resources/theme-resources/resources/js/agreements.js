// Notes when the end of a text has come into sight, and lets a form be sent only once.

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

for (const form of document.querySelectorAll("form[data-agreement-once]")) {
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) {
      event.preventDefault();
    }
    sent = true;
  });
  // The page may come back out of the browser's history, ready to be used again.
  window.addEventListener("pageshow", () => {
    sent = false;
  });
}
