import { record } from "../complaints/faults.ts";
import type { Edition, Printed } from "../types.ts";
import type { MadeCopy, Steps } from "./parts.ts";

/** A file to write. */
export interface Output {
  /** Absolute path. */
  path: string;
  bytes: Uint8Array;
}

/** Copies made, and the files that hold them. */
export interface Copies {
  outputs: Output[];
  made: MadeCopy[];
}

/**
 * Makes the copies of an edition from its finished PDF.
 * @param steps
 *   Steps; of them, those that make and draw copies.
 * @param finished
 *   The finished PDF: the copy for screens.
 * @param edition
 *   Which copies to make. Complaints go on its manuscript's file.
 * @param printed
 *   What the press said of the pages.
 * @returns
 *   Files to write, in the order of the edition's copies.
 */
export async function makeCopies(
  steps: Pick<Steps, "drawPicture" | "makeCopy">,
  finished: Uint8Array,
  edition: Edition,
  printed: Printed,
): Promise<Copies> {
  const { file } = edition.document.manuscript;
  const outputs: Output[] = [];
  const made: MadeCopy[] = [];
  for (const { copy, path } of edition.output.copies) {
    if (copy === "screen") {
      outputs.push({ path: `${path}.pdf`, bytes: finished });
      made.push({ copy, file: `${path}.pdf`, pages: printed.pages.length });
      continue;
    }
    const { pdf, sheets, picture, faults } = await steps.makeCopy(copy, finished, edition, printed);
    record(file, faults, `${copy} copy of the ${edition.format}`);
    outputs.push({ path: `${path}.pdf`, bytes: pdf });
    if (picture !== undefined) {
      outputs.push({ path: `${path}.svg`, bytes: new TextEncoder().encode(picture) });
      if (edition.sheets?.png)
        outputs.push({ path: `${path}.png`, bytes: await steps.drawPicture(picture) });
    }
    made.push({
      copy,
      file: `${path}.pdf`,
      ...(sheets === undefined ? { pages: printed.pages.length } : { sheets }),
    });
  }
  return { outputs, made };
}
