import { points, thousandth } from "../pdf/length.ts";
import type { Fault, Outline } from "../types.ts";
import { drawSheets } from "./draw-sheets.ts";
import { layouts } from "./layouts.ts";
import { loadPdf } from "./load.ts";
import { inWords, tolerance } from "./measure.ts";
import { MisfitError } from "./misfit.ts";
import { drawPicture } from "./picture.ts";
import type { ImposeOptions, Plan, Size } from "./plan.ts";
import { verifySheets } from "./verify-sheets.ts";

/** Sheets to print. */
export interface Imposed {
  /** Empty when there is a fault. */
  pdf: Uint8Array;
  /** Sheets of paper. */
  sheets: number;
  /** SVG of their sides. */
  picture: string;
  faults: Fault[];
}

/** Thickness of a leaf of office paper, 80 g/m², millimetres; ISO 12625 gives no number, makers give 0.10–0.11. */
const officePaper = 0.1;
/** Width of a strip that a glue stick covers in one go, millimetres. */
const glueStrip = 10;

/**
 * Lays the pages of a finished PDF on sheets of paper and draws them as they are, without tags, links or bookmarks.
 * @param pdf
 *   Finished PDF, pages of one size.
 * @param options
 *   Layout, sheet, direction, paper.
 * @returns
 *   The sheets, read again and found whole, and a picture of them; or faults `sheet-size`, `sheet-pages`; and
 *   `sheets-many`, which stops nothing.
 * @throws {Error}
 *   When the bytes are not a PDF.
 */
export async function imposePdf(pdf: Uint8Array, options: ImposeOptions): Promise<Imposed> {
  const source = await loadPdf(pdf);
  const sizes = source.getPages().map((page) => page.getTrimBox());
  const plan = planFor(sizes, options);
  if ("rule" in plan) return { pdf: new Uint8Array(), sheets: 0, picture: "", faults: [plan] };
  const { direction } = options;
  const outlines = await outlinesOf(plan, options.outline);
  const sheets = await drawSheets(source, { plan, outlines, direction });
  return {
    pdf: sheets,
    sheets: Math.ceil(plan.sides.length / (plan.duplex ? 2 : 1)),
    picture: drawPicture(plan),
    faults: [...(plan.cautions ?? []), ...verifySheets(await loadPdf(sheets), source, plan)],
  };
}

function planFor(sizes: readonly Size[], options: ImposeOptions): Plan | Fault {
  const [page] = sizes;
  if (!page) return { rule: "sheet-pages", reason: "there are no pages to lay on sheets" };
  const odd = sizes.findIndex(
    ({ width, height }) =>
      Math.abs(width - page.width) > tolerance || Math.abs(height - page.height) > tolerance,
  );
  if (odd > 0) {
    const reason = `page ${odd + 1} is not ${inWords(page)} as the first is`;
    return { rule: "sheet-size", reason };
  }
  try {
    return layouts[options.layout]({
      ...options,
      pages: sizes.length,
      page: { width: page.width, height: page.height },
      sheet: { width: exactly(options.sheet.width), height: exactly(options.sheet.height) },
      thickness: exactly(options.thickness ?? officePaper),
      overlap: exactly(options.overlap ?? glueStrip),
    });
  } catch (error) {
    if (!(error instanceof MisfitError)) throw error;
    return { rule: "sheet-size", reason: error.message, note: error.note };
  }
}

async function outlinesOf(
  { sides }: Plan,
  outline: ImposeOptions["outline"],
): Promise<Map<string, Outline>> {
  const texts = new Set(sides.flatMap(({ labels }) => labels.map(({ text }) => text)));
  return new Map(
    await Promise.all([...texts].map(async (text) => [text, await outline(text)] as const)),
  );
}

function exactly(millimetres: number): number {
  return thousandth(points(millimetres));
}
