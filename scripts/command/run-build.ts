import { type BuildResult, build } from "../build/build.ts";
import type { Press } from "../press/press.ts";
import { exits } from "../tables/exits.ts";
import { formats } from "../tables/formats.ts";
import type { WatchedWorld, World } from "../world/world.ts";
import type { Options } from "./options.ts";
import type { ProgressLine } from "./progress.ts";
import { type Report, report } from "./report.ts";

/** What a build is run with. */
export interface Surroundings {
  world: WatchedWorld;
  /** Our version. */
  version: string;
  /** Stops it; its reason is the exit code. */
  signal: AbortSignal;
  /** See `Parts`. */
  onDeaf: () => () => void;
  progress: ProgressLine;
}

/**
 * Runs a build or a check, or one after the other as long as somebody watches.
 * @param options
 *   From the command line.
 * @param surroundings
 *   World, version, signal, progress.
 * @returns
 *   A report of each. A watch ends with the first where the command line itself is wrong, else when it is stopped.
 */
export async function* runBuild(
  options: Options,
  surroundings: Surroundings,
): AsyncGenerator<Report, void> {
  const { world, signal, progress } = surroundings;
  const talks = !options.quiet && !options.json;
  const reporting = { ...options, cwd: world.cwd, lines: options.watch };
  let first = true;
  for await (const { files, made } of builds(options, surroundings)) {
    const stopped = signal.aborted ? Number(signal.reason) : undefined;
    const said = report(files, made, { ...reporting, stopped });
    yield said;
    if (first && said.exit === exits.usage) return;
    first = false;
    if (options.watch && talks && !signal.aborted) progress.waiting(world.now());
  }
}

async function* builds(
  options: Options,
  { world, version, signal, onDeaf, progress }: Surroundings,
): AsyncGenerator<BuildResult, void> {
  const onProgress = options.quiet || options.json ? undefined : progress.show;
  const what = { ...options, write: options.command === "build" };
  // Only now: all this takes longer to load than help takes to print. The browser first, it comes up meanwhile.
  const press =
    what.write && mayPrint(options) ? await warmPress(options, world, progress) : undefined;
  try {
    const { realSteps } = await import("../steps/steps.ts");
    const steps = (from: World) => realSteps(from, version, press && kept(press, options));
    if (options.watch) {
      const { watch } = await import("../build/watch.ts");
      yield* watch({ world, steps, signal, onDeaf, onProgress }, what);
    } else yield await build({ world, steps: steps(world), signal, onDeaf, onProgress }, what);
  } finally {
    // Where there is nothing to print, the build has not.
    await press?.close().catch(() => {});
  }
}

/** Whether a build may come to pages; works that name their formats themselves say so later. */
function mayPrint({ formats: asked }: Options): boolean {
  return asked?.some((name) => formats[name].medium !== "screen") ?? true;
}

async function warmPress(
  { jobs, quiet, json }: Options,
  { env }: World,
  { fetching }: ProgressLine,
): Promise<Press> {
  const { openPress } = await import("../press/press.ts");
  const press = openPress({ jobs, env, onFetch: quiet || json ? undefined : fetching });
  await press.warm(1);
  return press;
}

/** A press for one of several builds, after which it stays open. */
function kept(press: Press, { watch }: Options): Press {
  if (!watch) return press;
  return { ...press, warm: () => press.warm(Number.POSITIVE_INFINITY), close: async () => {} };
}
