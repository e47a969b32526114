package io.agreements.keycloak.testing.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

/**
 * What a page says by itself, as its live regions change. A polite region is heard when words come into it while it is there;
 * one that comes with its words is not, as screen readers miss that. An alert is heard either way, and when the page has loaded.
 */
final class Announcements {

    /** A list of strings that starts anew with each page, in the order of time. */
    static final String HEARD = "agreementsHeard";

    private static final String RECORDER = """
            (() => {
              const LIVE = '[aria-live], [role="alert"], [role="status"], [role="log"], output';
              const heard = (window.%s = []);
              const said = new WeakMap();
              const words = (node) => (node.innerText ?? node.textContent ?? "").replace(/\\s+/g, " ").trim();
              const role = (region) => region.getAttribute("role");
              const politeness = (region) =>
                region.getAttribute("aria-live") ?? (role(region) === "alert" ? "assertive" : "polite");
              const isWhole = (region) =>
                (region.getAttribute("aria-atomic") ?? String(["alert", "status"].includes(role(region)))) === "true";
              const isThere = (region) =>
                region.isConnected && region.checkVisibility({ visibilityProperty: true }) && !region.closest('[aria-hidden="true"]');
              const say = (region, text) => {
                const how = politeness(region);
                if (how !== "off" && text && isThere(region)) {
                  heard.push(`${how}: ${text}`);
                }
              };
              const sayWhole = (region) => {
                const text = isThere(region) ? words(region) : "";
                if (said.get(region) !== text) {
                  said.set(region, text);
                  say(region, text);
                }
              };
              const elementOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);
              const born = (changes) => {
                const regions = new Set();
                for (const change of changes) {
                  if (change.type === "attributes" && change.target.matches(LIVE)) {
                    regions.add(change.target);
                  }
                  for (const node of change.addedNodes) {
                    if (node.nodeType === Node.ELEMENT_NODE) {
                      [node, ...node.querySelectorAll(LIVE)].filter((one) => one.matches(LIVE)).forEach((one) => regions.add(one));
                    }
                  }
                }
                return regions;
              };
              const parts = (change) => {
                if (change.type === "childList") {
                  return [...change.addedNodes].filter((node) => node.isConnected);
                }
                return change.type === "attributes" && change.target.hidden ? [] : [change.target];
              };
              const changed = (changes, young) => {
                const regions = new Map();
                for (const change of changes) {
                  const region = elementOf(change.target)?.closest(LIVE);
                  if (region && !young.has(region)) {
                    regions.set(region, [...(regions.get(region) ?? []), ...parts(change)]);
                  }
                }
                return regions;
              };
              const listen = (changes) => {
                const young = born(changes);
                for (const region of young) {
                  if (politeness(region) === "assertive") {
                    sayWhole(region);
                  }
                }
                for (const [region, nodes] of changed(changes, young)) {
                  if (isWhole(region)) {
                    sayWhole(region);
                  } else {
                    say(region, [...new Set(nodes)].map(words).filter(Boolean).join(" "));
                  }
                }
              };
              const observer = new MutationObserver((changes) => {
                if (document.readyState !== "loading") {
                  listen(changes);
                }
              });
              observer.observe(document, {
                subtree: true,
                childList: true,
                characterData: true,
                attributes: true,
                attributeFilter: ["hidden"],
              });
              // What the parser has put there is the page itself, not a change of it.
              document.addEventListener("readystatechange", () => {
                if (document.readyState === "interactive") {
                  observer.takeRecords();
                }
              });
              window.addEventListener("load", () => {
                [...document.querySelectorAll(LIVE)].filter((region) => politeness(region) === "assertive").forEach(sayWhole);
              });
            })();
            """.formatted(HEARD);

    private Announcements() {}

    /** Has every page that is opened from now on note what it says. */
    static void record(BrowserContext context) {
        context.addInitScript(RECORDER);
    }

    /** Forgets the first of them, which have been looked at. */
    static void forget(Page page, int count) {
        if (count > 0) {
            page.evaluate("([heard, count]) => void window[heard]?.splice(0, count)", new Object[] {HEARD, count});
        }
    }
}
