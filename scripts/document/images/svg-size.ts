/** Width and height of a drawing, CSS px. */
export interface SvgSize {
  width: number;
  height: number;
}

/** CSS px in a unit: CSS Values and Units 4, 6.2; sizes of letters as of the usual 16 px. */
const units: Readonly<Record<string, number>> = {
  "": 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  em: 16,
  rem: 16,
  ex: 8,
};
/** Size of what has none: CSS Images 3, 5.3. */
const usual = { width: 300, height: 150 };
// What may stand before the first element.
const prolog =
  /^\uFEFF?(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>)*/i;
const root = /^<(?:[\w-]+:)?svg(?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?>/;

/**
 * Reads how large a drawing is to be: as it says, else by its view box, else as browsers draw what says nothing.
 * @param text
 *   A file.
 * @returns
 *   Its size; `undefined` when it is no SVG.
 */
export function svgSize(text: string): SvgSize | undefined {
  const attributes = attributesOf(rootOf(text));
  if (!attributes) return undefined;
  const width = lengthOf(attributes.get("width"));
  const height = lengthOf(attributes.get("height"));
  const [, , across = 0, down = 0] = (attributes.get("viewBox") ?? "").split(/[\s,]+/).map(Number);
  // A view box without area shows nothing.
  if (attributes.has("viewBox") && !(across > 0 && down > 0)) return { width: 0, height: 0 };
  const box = across > 0 ? { width: across, height: down } : usual;
  if (width !== undefined && height !== undefined) return { width, height };
  const ratio = across > 0 ? down / across : undefined;
  if (width !== undefined) return { width, height: ratio ? width * ratio : box.height };
  if (height !== undefined) return { width: ratio ? height / ratio : box.width, height };
  return box;
}

/**
 * Writes its size into a drawing that does not say it, which browsers would draw as wide as the page.
 * @param text
 *   An SVG.
 * @returns
 *   The drawing; the same text when it says its size.
 */
export function sizedSvg(text: string): string {
  const root = rootOf(text);
  const attributes = attributesOf(root);
  const size = svgSize(text);
  if (!root || !attributes || !size) return text;
  const said = ["width", "height"].map((name) => lengthOf(attributes.get(name)));
  if (said.every((length) => length !== undefined)) return text;
  const [tag = ""] = /^<[\w:-]+/.exec(root) ?? [];
  const rest = root
    .slice(tag.length)
    .replaceAll(/\s(?:width|height)\s*=\s*(?:"[^"]*"|'[^']*')/g, "");
  const sized = `${tag} width="${size.width}" height="${size.height}"${rest}`;
  return text.replace(root, () => sized);
}

/** The tag of a drawing's first element. */
function rootOf(text: string): string | undefined {
  return root.exec(text.slice(prolog.exec(text)?.[0].length ?? 0))?.[0];
}

function attributesOf(tag: string | undefined): Map<string, string> | undefined {
  if (tag === undefined) return undefined;
  const pairs = tag.matchAll(/\s([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return new Map(
    [...pairs].map(([, name = "", double, single]) => [name, (double ?? single ?? "").trim()]),
  );
}

/** A length in CSS px; `undefined` of what is none by itself, such as a percentage. */
function lengthOf(value: string | undefined): number | undefined {
  const [, number, unit = ""] = /^\+?(\d*\.?\d+(?:e[-+]?\d+)?)([a-z]*)$/i.exec(value ?? "") ?? [];
  const factor = units[unit.toLowerCase()];
  return number === undefined || factor === undefined ? undefined : Number(number) * factor;
}
