import postcss from "postcss";

/**
 * Makes every rule of a style sheet hold only inside elements of a class, and changes nothing else about it: specificity
 * and order stay. What stands outside, such as the stock pages with the same class names, cannot be touched by it.
 */
export function scope(css, className) {
  const within = `:where(.${className},.${className} *)`;
  const root = postcss.parse(css);
  root.walkRules((rule) => {
    if (!isKeyframe(rule)) {
      rule.selectors = rule.selectors.map((selector) => restrict(selector, within));
    }
  });
  return root.toString();
}

/** Removes fonts: the page around provides them, or the fonts of the machine do. */
export function withoutFonts(css) {
  const root = postcss.parse(css);
  root.walkAtRules("font-face", (rule) => rule.remove());
  return root.toString();
}

const isKeyframe = (rule) => rule.parent.type === "atrule" && rule.parent.name.endsWith("keyframes");

const PSEUDO_ELEMENT = /::|:(?=(?:before|after|first-line|first-letter)\b)/;

/** Restricts what a selector selects; pseudo-elements have to stay at its end. */
function restrict(selector, within) {
  const pseudoElement = selector.search(PSEUDO_ELEMENT);
  return pseudoElement < 0
    ? selector + within
    : selector.slice(0, pseudoElement) + within + selector.slice(pseudoElement);
}
