import { svgShapes } from "./svg-shapes.ts";
import type { SvgElement } from "./svg-tree.ts";

/** Deepest nesting; what goes deeper counts as endless. */
const mostDepth = 500;

/** A step of a filter takes as long as so many lines: it makes every pixel anew (24 ms each for a blur, a line 0.05). */
const filterStep = 500;

/**
 * Counts what a browser draws of a drawing: elements that are used again count each time, with all they use themselves;
 * what shapes are filled with, for each shape, and what stands at the corners of lines, for each corner.
 * @param root
 *   The drawing.
 * @returns
 *   How many elements; infinite when they are nested without sense.
 */
export function svgCost(root: SvgElement): number {
  const named = new Map<string, SvgElement>();
  const counted = new Map<SvgElement, number>();
  const sheet: Rule[] = [];
  const stack = [root];
  for (let one = stack.pop(); one; one = stack.pop()) {
    const id = one.attributes.get("id");
    if (id !== undefined) named.set(id, one);
    if (/(?:^|:)style$/.test(one.name)) sheet.push(...rulesOf(one.text));
    for (const child of one.children) stack.push(child);
  }
  const { shapes, corners } = svgShapes(named);
  const often = (used: SvgElement, by: SvgElement): number => {
    const kind = localName(used);
    // What a group is filled with is what its shapes are filled with.
    if (kind === "pattern" || kind.endsWith("Gradient")) return Math.max(1, shapes(by));
    return kind === "marker" ? Math.max(1, corners(by)) : 1;
  };
  const count = (one: SvgElement, depth: number): number => {
    const known = counted.get(one);
    if (known !== undefined) return known;
    if (depth > mostDepth) return Number.POSITIVE_INFINITY;
    // What uses itself is not drawn.
    counted.set(one, 0);
    const used = usedBy(one, sheet).flatMap((id) => named.get(id) ?? []);
    let sum = /^fe[A-Z]/.test(localName(one)) ? filterStep : 1;
    for (const child of one.children) sum += count(child, depth + 1);
    for (const other of used) sum += often(other, one) * count(other, depth + 1);
    counted.set(one, sum);
    return sum;
  };
  return count(root, 0);
}

function localName({ name }: SvgElement): string {
  return name.slice(name.indexOf(":") + 1);
}

/** A rule of a style sheet that fills, cuts out or filters with parts of the drawing. */
interface Rule {
  selector: string;
  ids: string[];
}

function rulesOf(css: string): Rule[] {
  return [...css.matchAll(/([^{}]*)\{([^{}]*)\}/g)].flatMap(([, selector = "", body = ""]) => {
    const ids = idsIn(body);
    return ids.length > 0 ? [{ selector, ids }] : [];
  });
}

function idsIn(value: string): string[] {
  return [...value.matchAll(/url\(\s*["']?#([^"')\s]+)/gi)].map(([, id = ""]) => id);
}

/** Ids of what an element draws besides its children: what it repeats, is filled with, cut out by. */
function usedBy({ name, attributes }: SvgElement, sheet: readonly Rule[]): string[] {
  const own = [...attributes].flatMap(([key, value]) =>
    key === "href" || key.endsWith(":href") ? value.trim().replace(/^#/, "") : idsIn(value),
  );
  const classes = (attributes.get("class") ?? "").split(/\s+/).map((one) => `.${one}`);
  const names = ["*", name, `#${attributes.get("id")}`, ...classes].filter((one) => one !== ".");
  // One that only seems to be meant counts as well: what is drawn once more makes little.
  const styled = sheet.filter(({ selector }) => {
    const words = selector.split(/(?=[.#*])|[\s>+~,:[\]]+/);
    return names.some((one) => words.includes(one));
  });
  return [...own, ...styled.flatMap(({ ids }) => ids)];
}
