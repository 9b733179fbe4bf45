import { Blob, DrawFuncs, Face, Font, Buffer as Run, shape } from "harfbuzzjs";
import type { Outline } from "../types.ts";
import { assign } from "./assign.ts";
import { chainOf } from "./chain.ts";
import type { Cut } from "./faces/face.ts";
import { type FaceName, faces, readCut } from "./faces.ts";
import { makeShelf } from "./shelf.ts";

/** Where the pen stands while glyphs are drawn, and what has been drawn. */
interface Sketch {
  penX: number;
  penY: number;
  path: string[];
  left: number;
  right: number;
  top: number;
  bottom: number;
}

// Capitals set large and wide apart read as a mark, not as a line of the text. Share of the em.
const tracking = 0.06;
// Bytes; a font stays in HarfBuzz’s memory for as long as it is here.
const fonts = makeShelf<{ font: Font; bytes: number }>(8e6, ({ bytes }) => bytes);
const draw = drawFuncs();

/**
 * A word as outlines in the bold sans, shaped by HarfBuzz; in capitals where its script has them.
 * @param word
 *   A word or a few.
 * @param language
 *   BCP 47 tag; decides capitals and localised forms.
 * @returns
 *   Path and box, in font units.
 * @throws {Error}
 *   When no face has all of the word.
 */
export async function outlineWord(word: string, language: string): Promise<Outline> {
  const capitals = word.toLocaleUpperCase(language);
  const cased = capitals !== word.toLocaleLowerCase(language);
  const { name, cut } = await boldFor(capitals, language);
  const font = await fontFor(name, cut, capitals);
  const run = new Run();
  run.addText(capitals);
  run.guessSegmentProperties();
  run.setLanguage(language);
  shape(font, run);

  const sketch: Sketch = { penX: 0, penY: 0, path: [], ...emptyBox };
  // Only scripts with capitals may be spaced out: joined scripts would come apart.
  const space = cased ? Math.round(font.face.upem * tracking) : 0;
  for (const glyph of run.getGlyphInfosAndPositions()) {
    const { penX } = sketch;
    sketch.penX = penX + (glyph.xOffset ?? 0);
    sketch.penY = glyph.yOffset ?? 0;
    font.drawGlyph(glyph.codepoint, draw, sketch);
    sketch.penX = penX + (glyph.xAdvance ?? 0) + space;
  }
  return {
    path: sketch.path.join(""),
    x: sketch.left,
    y: sketch.top,
    width: sketch.right - sketch.left,
    height: sketch.bottom - sketch.top,
  };
}

const emptyBox = {
  left: Number.POSITIVE_INFINITY,
  right: Number.NEGATIVE_INFINITY,
  top: Number.POSITIVE_INFINITY,
  bottom: Number.NEGATIVE_INFINITY,
};

async function boldFor(word: string, language: string): Promise<{ name: FaceName; cut: Cut }> {
  const { served, uncovered } = assign(word, await chainOf("sans", language, word));
  const [main] = served;
  if (main === undefined || uncovered.length > 0) {
    throw new Error(`no face has all of “${word}”: ${uncovered.join(" ")}`);
  }
  const cuts: readonly [Cut, ...Cut[]] = faces[main.name].cuts;
  const bold = cuts.find((cut) => cut.weight === 700 && cut.style === "normal");
  return { name: main.name, cut: bold ?? cuts[0] };
}

async function fontFor(name: FaceName, cut: Cut, word: string): Promise<Font> {
  // A face in slices is put together for the word.
  const key = faces[name].form === "sliced" ? `${cut.name} ${word}` : cut.name;
  const { font } = await fonts.take(key, async () => {
    const bytes = await readCut(name, cut, word);
    return { font: new Font(new Face(new Blob(bytes))), bytes: bytes.byteLength };
  });
  return font;
}

// Font units grow upwards, SVG's downwards.
function drawFuncs(): DrawFuncs {
  const funcs = new DrawFuncs();
  const add = (data: unknown, command: string, ...points: number[]) => {
    const sketch = data as Sketch;
    for (let index = 0; index < points.length; index += 2) {
      const x = hundredth(sketch.penX + (points[index] as number));
      const y = hundredth(-(sketch.penY + (points[index + 1] as number)));
      points[index] = x;
      points[index + 1] = y;
      sketch.left = Math.min(sketch.left, x);
      sketch.right = Math.max(sketch.right, x);
      sketch.top = Math.min(sketch.top, y);
      sketch.bottom = Math.max(sketch.bottom, y);
    }
    sketch.path.push(command + points.join(" "));
  };
  funcs.setMoveToFunc((x, y, data) => add(data, "M", x, y));
  funcs.setLineToFunc((x, y, data) => add(data, "L", x, y));
  // Without a function for quadratic curves HarfBuzz hands them over as cubic ones, all that PDF knows.
  funcs.setCubicToFunc((ax, ay, bx, by, x, y, data) => add(data, "C", ax, ay, bx, by, x, y));
  funcs.setClosePathFunc((data) => add(data, "Z"));
  return funcs;
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}
