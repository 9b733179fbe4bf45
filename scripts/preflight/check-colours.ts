import { type Finding, find, findAcross } from "./finding.ts";
import type { Ink, Inspected, InspectedPage, Paint } from "./inspected.ts";

const words: Readonly<Record<Paint["kind"], string>> = {
  text: "text",
  path: "shapes",
  image: "images",
  shading: "gradients",
};
// Names that mean the process inks themselves, or all plates (ISO 32000-1, 8.6.6.4 and 8.6.6.5).
const usual = new Set(["Cyan", "Magenta", "Yellow", "Black", "All", "None"]);

const familyNames = { rgb: "RGB", cmyk: "CMYK" } as const;

/**
 * Looks for colours of screens, for inks of their own and, in a file of a print standard, for colours that
 * neither the output intent nor a profile explains.
 * @param inspected
 *   The file.
 * @returns
 *   Findings `colour-rgb`, `colour-stray` and `colour-spot`, each at most one a kind of colour.
 */
export function checkColours({ pages, claim, intent }: Inspected): Finding[] {
  const paints = pages.flatMap((page) => page.paints);
  const names = new Set(paints.flatMap(inksOf).flatMap((ink) => ink.names));
  for (const name of usual) names.delete(name);
  const spot = names.size > 0 ? [find("colour-spot", { names: [...names].sort().join(", ") })] : [];
  if (claim === undefined) {
    const isRgb = ({ family }: Ink) => family === "rgb";
    return [...collect(pages, isRgb, "colour-rgb", {}), ...spot];
  }
  const stray = (["rgb", "cmyk"] as const).flatMap((family) => {
    const isStray = (ink: Ink) => ink.family === family && ink.device && family !== intent;
    return collect(pages, isStray, "colour-stray", { claim, family: familyNames[family] });
  });
  return [...stray, ...spot];
}

/** One finding for all pages on which a colour is of a kind. */
function collect(
  pages: readonly InspectedPage[],
  holds: (ink: Ink) => boolean,
  rule: "colour-rgb" | "colour-stray",
  values: Readonly<Record<string, string>>,
): Finding[] {
  const isFound = (paint: Paint) => inksOf(paint).some(holds);
  const [first, ...others] = pages.filter(({ paints }) => paints.some(isFound));
  if (first === undefined) return [];
  const found: [InspectedPage, ...InspectedPage[]] = [first, ...others];
  const kinds = found.flatMap(({ paints }) =>
    paints.filter(isFound).map(({ kind }) => words[kind]),
  );
  const where = [...new Set(kinds)].sort().join(", ");
  return [findAcross(rule, { ...values, where }, found, isFound)];
}

function inksOf({ fill, stroke }: Paint): Ink[] {
  return [fill, stroke].filter((ink) => ink !== undefined);
}
