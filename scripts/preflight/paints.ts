import { PDFDict, PDFName, PDFStream } from "@cantoo/pdf-lib";
import type { PageFont } from "../pdf/font.ts";
import { intersection, multiply, type Rectangle, transformed } from "../pdf/matrix.ts";
import type { Operation } from "../pdf/operand.ts";
import { type Colour, type GraphicsState, initialState } from "../pdf/state.ts";
import { decodeStream } from "../pdf/stream.ts";
import { readOperations } from "../pdf/tokens.ts";
import { type Seen, type Visitor, walkOperations } from "../pdf/walk.ts";
import { hasArea } from "./edges.ts";
import { graphicsOf, plainGraphics } from "./graphics.ts";
import { imagePaint, inlineImagePaint, type Placing } from "./image.ts";
import { inkOf, shadingInk } from "./ink.ts";
import type { Ink, Paint, Setting } from "./inspected.ts";
import { pathPaint } from "./path-paint.ts";
import { textPaint } from "./text-paint.ts";
import { matrixOf, rectangleOf, resourceOf } from "./values.ts";

/** What a page's content is read with. */
export interface Reading {
  /** The sheet, in the page's units: nothing can be seen beyond it. */
  sheet: Rectangle;
  /** Points a unit. */
  unit: number;
  /** Fonts by resources and name. */
  fonts: (resources: PDFDict | undefined) => (name: string) => PageFont | undefined;
  /** Forms read so far, shared by the pages of a file. */
  forms: Map<PDFStream, readonly Operation[]>;
  /** Forms that are being walked, so that one that holds itself is walked once. */
  open: Set<PDFStream>;
  /** How many forms were walked on the page. */
  walked: number;
  /** What can be seen. */
  paints: Paint[];
}

// Of a page. A few forms that hold each other twice make more than anybody can print.
const mostForms = 20_000;

/** What a stream begins with. */
interface Beginning extends Setting {
  state: GraphicsState;
}

const black: Ink = { family: "gray", device: true, components: [0], names: [] };
const pageBeginning: Beginning = {
  state: initialState,
  graphics: plainGraphics,
  fill: black,
  stroke: black,
};

/**
 * Collects everything that a content stream paints, forms included, in order.
 * @param operations
 *   The stream, read.
 * @param resources
 *   What its names stand for.
 * @param reading
 *   Where what is found goes.
 * @param beginning
 *   What holds before the first operator; a page's else.
 */
export function collectPaints(
  operations: readonly Operation[],
  resources: PDFDict | undefined,
  reading: Reading,
  beginning: Beginning = pageBeginning,
): void {
  const { sheet, unit } = reading;
  const fonts = reading.fonts(resources);
  const setting = settingOf(resources, beginning);
  const clipOf = ({ state }: Seen) => (state.clip ? intersection(state.clip, sheet) : sheet);
  const placing = (seen: Seen): Placing => {
    const { matrix } = seen.state;
    return { ...setting(seen), matrix, clip: clipOf(seen), unit, resources };
  };
  const push = (paint: Paint | undefined) => {
    if (!paint || !hasArea(paint.box)) return;
    reading.paints.push(paint);
    collectTile(paint, reading, beginning);
  };
  const visitor: Visitor = {
    text: (show, seen) =>
      push(textPaint(show, seen, { ...setting(seen), font: fonts(show.font), unit })),
    path: (path, seen) => push(pathPaint(path, clipOf(seen), unit, setting(seen))),
    shading: (name, seen) => {
      const fill = shadingInk(resourceOf(resources, "Shading", name), resources);
      push({ kind: "shading", box: clipOf(seen), fill, graphics: setting(seen).graphics });
    },
    inlineImage: (dictionary, _, seen) => push(inlineImagePaint(dictionary, placing(seen))),
    xObject: (name, seen) => {
      const object = resourceOf(resources, "XObject", name);
      if (!(object instanceof PDFStream)) return;
      const kind = object.dict.lookup(PDFName.of("Subtype"));
      if (kind === PDFName.of("Image")) push(imagePaint(object, placing(seen)));
      if (kind === PDFName.of("Form"))
        collectForm(object, resources, reading, { ...setting(seen), state: seen.state });
    },
  };
  walkOperations(operations, visitor, fonts, beginning.state);
}

/** Resolves what things are painted with; what hasn't changed since the last time is taken from there. */
function settingOf(resources: PDFDict | undefined, beginning: Beginning): (seen: Seen) => Setting {
  // What hasn't been set since the beginning may be named in other resources.
  const inks = new Map([
    [beginning.state.fill, beginning.fill],
    [beginning.state.stroke, beginning.stroke],
  ]);
  const inkFor = (colour: Colour) => {
    const ink = inks.get(colour) ?? inkOf(colour, resources);
    inks.set(colour, ink);
    return ink;
  };
  let [extended, graphics] = [beginning.state.extended, beginning.graphics];
  return ({ state }) => {
    if (state.extended !== extended) {
      extended = state.extended;
      graphics = graphicsOf(extended, resources, beginning.graphics);
    }
    return { fill: inkFor(state.fill), stroke: inkFor(state.stroke), graphics };
  };
}

function collectForm(
  form: PDFStream,
  outer: PDFDict | undefined,
  reading: Reading,
  beginning: Beginning,
): void {
  if (reading.open.has(form)) return;
  if (reading.walked++ > mostForms) throw new Error("drawings stand in drawings without end");
  reading.open.add(form);
  const own = form.dict.lookup(PDFName.of("Resources"));
  const { state } = beginning;
  const matrix = multiply(matrixOf(form.dict), state.matrix);
  const box = rectangleOf(form.dict.lookup(PDFName.of("BBox")));
  const bounds = box && transformed(box, matrix);
  const clip = bounds && state.clip ? intersection(state.clip, bounds) : (bounds ?? state.clip);
  const operations = reading.forms.get(form) ?? readOperations(decodeStream(form));
  reading.forms.set(form, operations);
  collectPaints(operations, own instanceof PDFDict ? own : outer, reading, {
    ...beginning,
    // Its names are looked up in its own resources; what was set before is resolved already.
    state: { ...state, matrix, clip, extended: [] },
  });
  reading.open.delete(form);
}

/** Looks at one tile of what something is filled with: it has the inks and pictures of all. */
function collectTile(
  { fill, box, graphics }: Paint,
  reading: Reading,
  { state: { matrix } }: Beginning,
): void {
  if (!fill?.tile || reading.open.has(fill.tile)) return;
  // Tiles are placed by what they are part of, whatever was done since (ISO 32000-1, 8.7.3.1).
  const state = { ...initialState, matrix, clip: box };
  collectForm(fill.tile, undefined, reading, { state, graphics, fill: black, stroke: black });
}
