import type { Logical } from "../../../types.ts";
import type { Look } from "./looks.ts";

/** Gives texts their dyes. */
export interface Dyes {
  /** The key of what an element, or its part on one page, says itself, or of the marker of an item. */
  keyOf(element: Element, part?: keyof typeof parts): number;
  /** Dyes everything that was asked for; returns dye and true colour by key. */
  apply(): Logical["inks"];
}

const parts = { text: "color", marker: "--dye--marker" } as const;
const markerStyle = "li::marker { color: var(--dye--marker, currentcolor); }";

/**
 * Makes a set of dyes; nothing changes before they are applied.
 * @param looks
 *   Of everything that may be dyed, read before.
 */
export function dyeTexts(looks: ReadonlyMap<Element, Look>): Dyes {
  const keys = { text: new Map<Element, number>(), marker: new Map<Element, number>() };
  const dyed: Array<{ element: HTMLElement; part: keyof typeof parts }> = [];
  function keyOf(element: Element, part: keyof typeof parts = "text"): number {
    const known = keys[part].get(element);
    if (known !== undefined) return known;
    keys[part].set(element, dyed.length);
    return dyed.push({ element: element as HTMLElement, part }) - 1;
  }
  return {
    keyOf,
    apply() {
      addMarkerStyle();
      for (const [element, { colour }] of looks)
        if (element instanceof SVGElement) element.style.color = colour;
        // Dyed though no text: it is told from heads and feet of the page by that.
        else if (element.matches("[data-repeated]")) keyOf(element);
      return dyed.map(({ element, part }, key) => {
        const { ink, alpha } = parse((looks.get(element) as Look).colour);
        const dye = dyeOf(key);
        // Dots of emphasis (East Asia) are no text.
        if (part === "text") element.style.textEmphasisColor = css(ink, alpha);
        element.style.setProperty(parts[part], css(dye, alpha), "important");
        return { dye, ink };
      });
    },
  };
}

function addMarkerStyle(): void {
  if (document.head.querySelector("[data-dye]")) return;
  const style = document.createElement("style");
  style.dataset.dye = "";
  style.textContent = markerStyle;
  document.head.append(style);
}

// Odd multiples run through all 24-bit colours once, far apart from each other and from what people choose.
function dyeOf(key: number): number {
  return (0x5a17c3 + key * 0x9e3779) & 0xffffff;
}

function css(colour: number, alpha: string): string {
  return `rgb(${colour >> 16} ${(colour >> 8) & 255} ${colour & 255} / ${alpha})`;
}

/** Reads a computed colour, `rgb(1, 2, 3)` or `rgba(1, 2, 3, 0.5)`. */
function parse(colour: string): { ink: number; alpha: string } {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return { ink: (red << 16) | (green << 8) | blue, alpha: String(alpha) };
}
