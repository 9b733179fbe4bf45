import { join, resolve } from "node:path";
import { complain } from "../complaints/complain.ts";
import { type CopyName, copies, copyNames } from "../tables/copies.ts";
import { type FormatName, type FormatRow, formatNames, formats } from "../tables/formats.ts";
import type { Edition, Manuscript, SheetOptions } from "../types.ts";

/** An edition to make, its text not yet read. */
export type Plan = Omit<Edition, "document"> & { manuscript: Manuscript };

/** Where editions go, and how they are laid on sheets. */
export interface PlanOptions extends SheetOptions {
  /** Absolute path of the output folder. */
  out: string;
}

/**
 * Lists the editions of a text: its formats, and the copies of each.
 * @param manuscript
 *   Text; a complaint goes on its file when none of its formats has a copy that was asked for.
 * @param options
 *   Where editions go, and how they are laid on sheets.
 * @returns
 *   Editions in the order of the format table; a format without any of the copies asked for is left out.
 */
export function plansOf(manuscript: Manuscript, options: PlanOptions): Plan[] {
  const { work, language, file } = manuscript;
  const { out, sheet, signature, thickness, overlap, profile, png } = options;
  const folder = join(out, work.id, language);
  const plans = formatNames.flatMap((format): Plan[] => {
    const chosen = work.formats.includes(format) ? copiesOf(format, work.copies) : [];
    if (chosen.length === 0) return [];
    const paths = chosen.map((copy) => ({
      copy,
      path: join(folder, format + copies[copy].suffix),
    }));
    const onPaper = formats[format].medium !== "screen";
    const output = {
      html: join(folder, `${format}.html`),
      copies: onPaper ? paths : [],
      fonts: resolve(out, "fonts"),
    };
    const sheets = { sheet, signature, thickness, overlap, profile, png };
    return [{ manuscript, format, paper: work.paper, output, sheets }];
  });
  if (plans.length === 0 && work.copies) complainOf(work.copies, work.formats, file);
  return plans;
}

function copiesOf(format: FormatName, wanted: readonly CopyName[] | undefined): CopyName[] {
  const row: FormatRow = formats[format];
  return copyNames.filter((name) =>
    wanted ? wanted.includes(name) && row.copies[name] : row.copies[name]?.usual,
  );
}

function complainOf(
  wanted: readonly CopyName[],
  chosen: readonly FormatName[],
  file: Manuscript["file"],
): void {
  const able = formatNames.filter((name) => copiesOf(name, wanted).length > 0);
  complain(
    file,
    "copy-missing",
    undefined,
    `Nothing is made of this text: ${chosen.join(", ")} cannot be had as ${wanted.join(", ")}`,
    able.length > 0
      ? `Choose from ${able.join(", ")}, or leave out --copy, or “copies” in work.yaml.`
      : "Leave out --copy, or “copies” in work.yaml.",
  );
}
