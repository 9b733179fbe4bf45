import { type PaperName, usualFormatNames } from "../tables/formats.ts";
import type { Work } from "../types.ts";
import type { World } from "../world/world.ts";
import type { WorkFile } from "./schema.ts";
import type { WorkFlags } from "./works.ts";

/** Where Letter paper is what the copier holds. */
const letterRegions = new Set(["US", "CA", "MX"]);
/** Languages without a region that get Letter paper: where most of our first readers write them. */
const letterLanguages = new Set(["en", "es"]);

/** What is said of all texts of a work. */
export interface WorkValues {
  /** By its file. */
  values: WorkFile;
  /** By flags; they win. */
  flags: WorkFlags;
}

/** Where a work is, and what it has. */
export interface WorkPlace {
  /** Absolute path of its folder; its links are resolved. */
  folder: string;
  /** Its id when its file gives none. */
  name: string;
  /** Tags of its texts. */
  languages: string[];
}

/**
 * Puts together what is known of a work.
 * @param world
 *   Disk.
 * @param place
 *   Where it is.
 * @param values
 *   What is said of it.
 */
export async function makeWork(
  world: World,
  { folder, name, languages }: WorkPlace,
  { values, flags }: WorkValues,
): Promise<Work> {
  const first = languages.includes("en") ? "en" : (languages[0] ?? "en");
  const originalLanguage = values.language ?? first;
  return {
    id: values.id ?? name,
    folder: await world.real(folder),
    formats: flags.formats ?? values.formats ?? usualFormatNames,
    copies: flags.copies ?? values.copies,
    paper: flags.paper ?? values.paper ?? paperOf(originalLanguage),
    originalLanguage,
  };
}

function paperOf(tag: string): PaperName {
  const { language, region } = new Intl.Locale(tag);
  const letter = region ? letterRegions.has(region) : letterLanguages.has(language);
  return letter ? "us" : "iso";
}
