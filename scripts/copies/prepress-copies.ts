import { resolve } from "node:path";
import type { Steps } from "../build/parts.ts";
import { outlineWord } from "../fonts/outline.ts";
import { fixedInks } from "../prepress/fixed-inks.ts";
import type { Inks } from "../prepress/inks.ts";
import { copierInks } from "../prepress/luminance.ts";
import { copierCopy, printCopy } from "../prepress/prepress.ts";
import { type Profile, ProfileError, readProfile } from "../prepress/profile.ts";
import { openSeparation } from "../prepress/separation.ts";
import { shippedProfile } from "../prepress/shipped-profile.ts";
import { verifyCopy } from "../prepress/verify.ts";
import { type FormatRow, formats, papers } from "../tables/formats.ts";
import { pressMargins } from "../tables/press-marks.ts";
import type { Edition, Fault } from "../types.ts";
import type { World } from "../world/world.ts";

/** A printing condition, ready to be used. */
interface Condition {
  profile: Profile;
  inks: Inks;
}

/**
 * Who makes the copies for a print shop and for a copier.
 * @param world
 *   Where a print shop's own profile comes from.
 */
export function prepressCopies(world: World): Record<"print" | "copier", Steps["makeCopy"]> {
  const conditions = new Map<string, Promise<Condition | Fault>>();
  // A profile is read once, unless it has changed.
  const conditionOf = async (path: string | undefined) => {
    const file = resolve(world.cwd, path ?? "");
    const found = await world.stat(file).catch(() => undefined);
    const key = path === undefined ? "" : `${file} ${found?.stamp}`;
    const known = conditions.get(key) ?? openCondition(world, path);
    conditions.set(key, known);
    return known;
  };
  return {
    async print(_copy, finished, edition, printed) {
      const condition = await conditionOf(edition.sheets?.profile);
      if ("rule" in condition) return { pdf: new Uint8Array(), faults: [condition] };
      const margins = pressMargins[edition.paper];
      const lines = await linesOf(edition, printed.pages.length);
      const pdf = await printCopy(finished, { ...condition, ...margins, lines });
      const expected = { source: finished, space: condition.inks.space, margins };
      return { pdf, faults: await verifyCopy(pdf, expected) };
    },
    async copier(_copy, finished) {
      const inks = copierInks();
      const pdf = await copierCopy(finished, { inks });
      return { pdf, faults: await verifyCopy(pdf, { source: finished, space: inks.space }) };
    },
  };
}

async function openCondition(world: World, path: string | undefined): Promise<Condition | Fault> {
  try {
    const bytes = path === undefined ? undefined : await readFile(world, path);
    const profile = bytes ? readProfile(bytes) : shippedProfile();
    return { profile, inks: await openSeparation(profile.bytes, fixedInks) };
  } catch (error) {
    if (error instanceof ProfileError) {
      const reason = `the profile “${path}” cannot be used: ${error.message}`;
      return { rule: "print-profile", reason, note: error.note };
    }
    if (path === undefined || (error as NodeJS.ErrnoException).code === undefined) throw error;
    const reason = `the profile “${path}” cannot be read (${(error as NodeJS.ErrnoException).code})`;
    return { rule: "print-profile", reason, note: "Check the path after --profile." };
  }
}

/** Reads a file that somebody named; a link leads to it. */
async function readFile(world: World, path: string): Promise<Uint8Array> {
  const file = await world.real(resolve(world.cwd, path));
  const { kind = "file" } = (await world.stat(file)) ?? {};
  if (kind !== "file") throw new ProfileError("it is not a file");
  return world.read(file);
}

/** What the slug says. No clock: the same text gives the same sheet. */
async function linesOf({ document, format, paper }: Edition, pages: number) {
  const { manuscript, matter } = document;
  const row: FormatRow = formats[format];
  const { name, width, height } = papers[paper][row.sheet ?? "page"];
  // Names of folders may be in any script; the faces of marks are Latin.
  const id = manuscript.work.id.replaceAll(/[^\x20-\x7e]/g, "_");
  const said = [matter.modified, `${name} ${width} × ${height} mm`].filter(Boolean);
  const outline = (words: string) => outlineWord(words, "en");
  return {
    file: await outline([id, matter.language, format].join(" · ")),
    sheet: await outline(said.join(" · ")),
    pages: await Promise.all(
      Array.from({ length: pages }, (_, index) => outline(`${index + 1}/${pages}`)),
    ),
  };
}
