import type { VFile } from "vfile";
import type { Document, Manuscript } from "../types.ts";
import { type Change, type NotedWorld, notedWorld } from "../world/noted.ts";
import type { WatchedWorld, World } from "../world/world.ts";
import { type BuildOptions, type BuildResult, build } from "./build.ts";
import { type Kept, openKept } from "./kept.ts";
import type { Parts, Steps } from "./parts.ts";

/** What a watch works with; its press and its steps serve all builds. */
export interface WatchParts extends Omit<Parts, "choose" | "signal" | "steps" | "world"> {
  world: WatchedWorld;
  /** Makes steps that read from a world. */
  steps(world: World): Steps;
  /** Ends the watch. */
  signal: AbortSignal;
}

/** Milliseconds after which one looks without having been told. */
const unasked = 2000;
/** Milliseconds without news after which a save is over, and how often one waits for that. */
const [quiet, patience] = [60, 25];

/**
 * Builds, and builds again what is touched whenever something changes that was read: a text, its work's file, an
 * image; and new texts in folders, and editions that somebody deletes.
 * @param parts
 *   World, steps, signal.
 * @param options
 *   What to build.
 * @returns
 *   What came of each build; all complaints there are, but only the editions it made. Of a build that changes nothing
 *   and says nothing new, nothing. Ends when the signal says so.
 */
export async function* watch(
  parts: WatchParts,
  options: BuildOptions,
): AsyncGenerator<BuildResult, void> {
  const { signal } = parts;
  const world = notedWorld(parts.world);
  const kept = openKept();
  const steps = { ...parts.steps(world), readDocument };
  const texts = new Map<string, string>();
  const choose: Kept["choose"] = (manuscripts, others) => {
    for (const one of manuscripts) texts.set(nameOf(one.work.id, one.language), one.file.path);
    return kept.choose(manuscripts, others);
  };
  const round = { ...parts, world, steps, choose };
  let said: string | undefined;
  while (!signal.aborted) {
    const result = await build(round, options);
    if (!signal.aborted) kept.keep(result.files);
    for (const { files, language, work } of result.made)
      await world.made(texts.get(nameOf(work, language)) ?? "", files);
    const saying = acted(result.files);
    if (kept.changed() || result.made.length > 0 || said !== saying) yield result;
    said = saying;
    for (const change of await nextChanges(parts.world, world, signal)) forget(change);
  }

  /** Each text reads in its own name. */
  function readDocument(manuscript: Manuscript): Promise<Document> {
    return parts.steps(world.askedBy(manuscript.file.path)).readDocument(manuscript);
  }

  /** Texts are compared with what they were; the images they use are not looked into, nor is a profile, which all use. */
  function forget({ asked, path, by }: Change): void {
    if (by !== undefined) kept.forget(by);
    else if (asked === "read" && !/\.(md|txt|yaml)$/i.test(path)) kept.forget();
  }
}

function nameOf(work: string, language: string): string {
  return JSON.stringify([work, language]);
}

async function nextChanges(
  disk: WatchedWorld,
  noted: NotedWorld,
  signal: AbortSignal,
): Promise<Change[]> {
  let changes = await noted.changes();
  while (changes.length === 0 && !signal.aborted) {
    await disk.change(noted.places(), unasked, signal);
    changes = await noted.changes();
  }
  // A save is many steps, of which the last counts.
  for (let times = 0; times < patience && !signal.aborted; times++)
    if (!(await disk.change(noted.places(), quiet, signal))) break;
  return [...changes, ...(await noted.changes())];
}

/** What a person has to act on, for comparison. */
function acted(files: readonly VFile[]): string {
  const said = files.flatMap(({ path, messages }) =>
    messages
      .filter(({ fatal }) => fatal !== undefined)
      .map(({ line, column, reason }) => [path, line, column, reason]),
  );
  return JSON.stringify(said);
}
