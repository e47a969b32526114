// Notes when a text has come into sight to its end, and the clauses attention is drawn to, checks the registration form before it is sent, lets a form be sent
// only once, and has what was typed into a form that is sent too late at hand when the form is there again.

const scripted = document.querySelector('input[name="agreements-scripted"]');
if (scripted) {
  scripted.value = "true";
}

// What lies behind a bar that stays in view is not in sight, and what has the focus is not to be there.
const bar = document.querySelector(".agr-decision");
const isSticky = bar && window.getComputedStyle(bar).position === "sticky";
const covered = isSticky ? Math.min(bar.offsetHeight, Math.floor(window.innerHeight / 2)) : 0;
if (covered > 0) {
  document.documentElement.style.scrollPaddingBlockEnd = `calc(${covered}px + 1rem)`;
}

// The end is reached by whoever had each part of the text in sight: not by a jump, be it with a key, the bar or a link.
for (const text of document.querySelectorAll("[data-agreement-text]")) {
  const end = text.querySelector("[data-agreement-end]");
  const field = document.getElementById(`${text.dataset.agreementText}.end`);
  const blocks = [...text.querySelectorAll("p, li, h1, h2, h3, h4, h5, h6, pre, tr")];
  const unseen = new Set(blocks.filter((block) => !block.closest("nav")));
  let isPassed = false;
  const note = () => {
    // What takes no room while the text is there cannot come into sight.
    if (isPassed && [...unseen].every((part) => part.getClientRects().length === 0)) {
      field.value = "true";
      field.dispatchEvent(new Event("input", { bubbles: true }));
      parts.disconnect();
      observer.disconnect();
    }
  };
  const parts = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) {
          unseen.delete(target);
          parts.unobserve(target);
        }
      }
      note();
    },
    { rootMargin: `0px 0px ${-covered}px 0px` },
  );
  const observer = new IntersectionObserver(
    (entries) => {
      isPassed ||= entries.some((entry) => entry.isIntersecting);
      note();
    },
    // Whatever scrolls around it: the page, the text itself, or a sheet. What is above was passed on the way down.
    { rootMargin: `1000000px 0px ${-covered}px 0px` },
  );
  unseen.forEach((part) => parts.observe(part));
  observer.observe(end);
}

// On a phone the text of a form opens as a sheet: nothing scrolls within what scrolls.
const sheetTemplate = document.querySelector("template[data-agreement-sheet]");
const openers = new Map();
if (sheetTemplate && window.matchMedia("(max-width: 36rem)").matches) {
  for (const text of sheetTemplate.closest("form").querySelectorAll("[data-agreement-text]")) {
    const [opener, sheet] = sheetTemplate.content.cloneNode(true).children;
    const progress = sheet.querySelector("progress");
    const scroller = sheet.querySelector(".agr-sheet-text");
    const titles = text.getAttribute("aria-labelledby");
    opener.setAttribute("aria-describedby", titles);
    sheet.setAttribute("aria-labelledby", titles);
    text.before(opener, sheet);
    scroller.append(text);
    for (const link of text.closest(".agr-agreement").querySelectorAll(".agr-whole")) {
      link.hidden = true;
    }
    const showProgress = () => {
      const way = scroller.scrollHeight - scroller.clientHeight;
      progress.value = way > 0 ? Math.min(100, Math.ceil((100 * scroller.scrollTop) / way)) : 100;
    };
    const open = () => {
      if (!sheet.open) {
        sheet.showModal();
        text.focus();
        showProgress();
      }
    };
    openers.set(text, open);
    opener.addEventListener("click", open);
    sheet.querySelector(".agr-sheet-done").addEventListener("click", () => sheet.close());
    scroller.addEventListener("scroll", showProgress);
  }
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
    link.addEventListener("click", () => {
      clause.closest("details")?.setAttribute("open", "");
      openers.get(clause.closest("[data-agreement-text]"))?.();
    });
    const unseen = new Set(markEnds(clause));
    const observer = new IntersectionObserver(
      (entries) => {
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
      },
      { rootMargin: `0px 0px ${-covered}px 0px` },
    );
    unseen.forEach((mark) => observer.observe(mark));
  });
}

const errorTemplate = document.querySelector("template[data-agreement-error]");
if (errorTemplate) {
  const form = errorTemplate.closest("form");
  const said = errorTemplate.dataset;
  const fieldWithId = (id) => form.querySelector(`[id="${CSS.escape(id)}"]`);
  const password = fieldWithId("password");
  const confirmation = fieldWithId("password-confirm");
  const isTaken = (value, id) => value !== "" && value.toLowerCase() === fieldWithId(id)?.value.toLowerCase();
  const count = (value, pattern) => value.match(pattern)?.length ?? 0;

  // As the server counts them.
  const policies = {
    length: (value, bound) => value.length >= bound,
    maxLength: (value, bound) => value !== "" && value.length <= bound,
    lowerCase: (value, bound) => count(value, /\p{Ll}/gu) >= bound,
    upperCase: (value, bound) => count(value, /\p{Lu}/gu) >= bound,
    digits: (value, bound) => count(value, /\p{Nd}/gu) >= bound,
    specialChars: (value, bound) => count(value, /[^\p{L}\p{Nd}]/gu) >= bound,
    notEmail: (value) => value !== "" && !isTaken(value, "email"),
    notUsername: (value) => value !== "" && !isTaken(value, "username"),
  };
  const rules = document.getElementById("agreements-password-rules");
  const isMet = ({ dataset: { passwordRule, bound } }) => policies[passwordRule](password.value, Number(bound));
  const rulesOfPassword = password && rules ? [...rules.querySelectorAll("[data-password-rule]")] : [];
  const markRules = () => {
    for (const rule of rulesOfPassword) {
      const met = isMet(rule);
      rule.classList.toggle("agr-met", met);
      rule.querySelector(".agr-hidden").hidden = !met;
    }
  };
  if (rulesOfPassword.length > 0) {
    fieldWithId("input-error-container-password")?.before(rules);
    const described = password.getAttribute("aria-describedby");
    password.setAttribute("aria-describedby", [described, rules.id].filter(Boolean).join(" "));
    form.addEventListener("input", markRules);
    // Keycloak's own script says the same once more, in other words.
    form.addEventListener("change", ({ target }) => {
      if (target === password && !fieldWithId(idOfError(password))) {
        fieldWithId("input-error-container-password").replaceChildren();
      }
    });
    markRules();
  }

  // The stock form marks with a star what has to be filled in, and says beside a field what it is for: neither is told with the field.
  const required = said.required.split(" ").filter(Boolean);
  for (const field of form.querySelectorAll("input, select, textarea")) {
    if (required.includes(field.id)) {
      field.setAttribute("aria-required", "true");
    }
    const purpose = ["before", "after"].map((place) => `form-help-text-${place}-${field.id}`).filter(fieldWithId);
    if (purpose.length > 0) {
      const others = field.getAttribute("aria-describedby");
      field.setAttribute("aria-describedby", [...purpose, others].filter(Boolean).join(" "));
    }
  }

  // What is wrong at a field, in words; nothing if all is well.
  const wrongWith = (field) => {
    if (field.type === "checkbox") {
      const { agreementMissing, agreementUnread } = field.dataset;
      const isUnread = agreementUnread && fieldWithId(`${field.id}.end`)?.value !== "true";
      return agreementMissing && (field.checked ? isUnread && agreementUnread : agreementMissing);
    }
    const isSecret = field === password || field === confirmation;
    const isEmpty = (isSecret ? field.value : field.value.trim()) === "" && !field.validity.badInput;
    if (isEmpty && required.includes(field.id)) {
      return said.missing;
    }
    if (field === password && !rulesOfPassword.every(isMet)) {
      return said.password;
    }
    if (field === confirmation && field.value !== password.value) {
      return said.confirm;
    }
    if (!field.validity.valid) {
      return field.type === "email" ? said.email : said.wrong;
    }
    return "";
  };

  const fieldClasses = said.fieldClass?.split(" ").filter(Boolean) ?? [];
  const idOfError = (field) => `input-error-${field.id}`;
  const describe = (field, isWrong) => {
    const others = (field.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .filter((id) => id && id !== idOfError(field));
    const ids = isWrong ? [...others, idOfError(field)] : others;
    if (ids.length > 0) {
      field.setAttribute("aria-describedby", ids.join(" "));
    } else {
      field.removeAttribute("aria-describedby");
    }
  };
  // Ours may be in another language than the page, where that has none of ours.
  const isOurs = (words) => words !== said.email && words !== said.confirm;
  const nameLanguage = (place) => Object.assign(place, { lang: said.language, dir: said.direction });
  const shown = new Set();
  const show = (field, words) => {
    const container = fieldWithId(`input-error-container-${field.id}`);
    const error = errorTemplate.content.cloneNode(true);
    const [place] = error.querySelectorAll("span");
    place.textContent = words;
    if (isOurs(words)) {
      nameLanguage(place);
    }
    place.parentElement.id = idOfError(field);
    container.replaceChildren(error);
    field.setAttribute("aria-invalid", "true");
    describe(field, true);
    shown.add(field);
    if (field.type !== "checkbox") {
      field.parentElement.classList.add(...fieldClasses);
    }
  };
  const clear = (field) => {
    fieldWithId(`input-error-container-${field.id}`).replaceChildren();
    field.setAttribute("aria-invalid", "false");
    describe(field, false);
    field.parentElement.classList.remove(...fieldClasses);
    shown.delete(field);
    entries.get(field)?.remove();
    if (!form.querySelector(".agr-summary li")) {
      form.querySelector(".agr-summary")?.remove();
    }
  };
  form.addEventListener("input", ({ target }) => {
    if (target.getAttribute("aria-invalid") === "true" && fieldWithId(`input-error-container-${target.id}`)) {
      clear(target);
    }
    // What was put right elsewhere: the password that is repeated, a text that was read.
    [...shown].filter((field) => !wrongWith(field)).forEach(clear);
  });

  // Words that stand somewhere else on the page, in the language they have there.
  const quote = (element, words) => {
    const place = document.createElement("bdi");
    const { lang, dir } = element.closest("[lang]") ?? document.documentElement;
    Object.assign(place, { textContent: words.trim().replace(/\s+/g, " "), lang, dir });
    return place;
  };

  // The first field that is wrong has the focus; where several are, a list leads to each.
  const entries = new Map();
  const point = () => {
    entries.clear();
    const wrong = [...form.querySelectorAll('[aria-invalid="true"]')].filter((field) => fieldWithId(idOfError(field)));
    form.querySelector(".agr-summary")?.remove();
    if (wrong.length > 1) {
      const summary = document.querySelector("template[data-agreement-summary]").content.cloneNode(true);
      const list = summary.querySelector("ul");
      for (const field of wrong) {
        const of = form.querySelector(`label[for="${CSS.escape(field.id)}"]`);
        const label = of?.cloneNode(true);
        label?.querySelectorAll("[aria-hidden]").forEach((mark) => mark.remove());
        const link = document.createElement("a");
        link.href = `#${field.id}`;
        const error = fieldWithId(idOfError(field));
        link.append(
          ...(label ? [quote(of, label.textContent), " – "] : []),
          quote(error.querySelector("[lang]") ?? error, error.textContent),
        );
        link.addEventListener("click", (event) => {
          event.preventDefault();
          reach(field);
        });
        const entry = document.createElement("li");
        entry.append(link);
        list.append(entry);
        entries.set(field, entry);
        // The list is announced, and tells of each: one announcement rather than one for each field and one more.
        error.closest('[role="alert"]')?.removeAttribute("role");
      }
      form.prepend(summary);
    }
    if (wrong.length > 0) {
      reach(wrong[0]);
    }
  };
  const reach = (field) => {
    field.closest("details")?.setAttribute("open", "");
    field.focus();
  };

  const own = said.own?.split(" ").filter(Boolean) ?? [];
  own
    .map((id) => fieldWithId(`input-error-${id}`))
    .filter(Boolean)
    .forEach(nameLanguage);
  point();
  form.addEventListener(
    "submit",
    (event) => {
      const fields = [...form.querySelectorAll("input, select, textarea")].filter(
        (field) => field.willValidate && field.id && fieldWithId(`input-error-container-${field.id}`),
      );
      const wrong = fields.map((field) => [field, wrongWith(field)]).filter(([, words]) => words);
      if (wrong.length > 0) {
        event.preventDefault();
        event.stopImmediatePropagation();
        fields.filter((field) => field.getAttribute("aria-invalid") === "true").forEach(clear);
        wrong.forEach(([field, words]) => show(field, words));
        point();
      }
    },
    { capture: true },
  );
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

for (const button of document.querySelectorAll("[data-agreement-print]")) {
  button.parentElement.hidden = false;
  button.addEventListener("click", () => window.print());
}

// Where it cannot be copied, the address stands there to be copied by hand.
const showAddress = (button, address) => {
  const [place] = button.parentElement.getElementsByTagName("input");
  const field = place ?? document.createElement("input");
  Object.assign(field, { readOnly: true, value: address, dir: "ltr", ariaLabel: button.textContent });
  button.parentElement.append(field);
  field.focus();
  field.select();
};

// Browsers let only pages that came over a secure connection copy something.
for (const button of navigator.clipboard ? document.querySelectorAll("[data-agreement-copy]") : []) {
  const status = button.parentElement.querySelector("[data-agreement-copied]");
  button.parentElement.hidden = false;
  button.addEventListener("click", async () => {
    const address = new URL(button.dataset.agreementCopy, location.href).href;
    const isCopied = await navigator.clipboard.writeText(address).then(
      () => true,
      () => false,
    );
    status.textContent = isCopied ? status.dataset.agreementCopied : status.dataset.agreementNotCopied;
    if (!isCopied) {
      showAddress(button, address);
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
