import type { ElementType } from "react";

/** Properties of an element about which nothing is known. */
export type Props = Record<string, unknown>;

/** An element somebody else has made. */
export interface Element {
  type: ElementType;
  props: Props;
}

/** Whether something has properties at all. */
export function isObject(value: unknown): value is Props {
  return typeof value === "object" && value !== null;
}

/** Whether something is an element with properties that can be looked at. */
export function isElement(value: unknown): value is Element {
  return isObject(value) && isObject(value["props"]) && value["type"] !== undefined;
}
