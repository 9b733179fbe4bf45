import { createRequire } from "node:module";
import { setFlagsFromString } from "node:v8";
import { type BuildResult, build } from "./build.ts";
import { newWork } from "./new.ts";
import { type Options, readOptions } from "./options.ts";
import type { Press } from "./press/press.ts";
import { type ProgressLine, progressLine } from "./progress.ts";
import { type Report, report } from "./report.ts";
import { exits } from "./tables/exits.ts";
import type { CommandName } from "./tables/flags.ts";
import { formats } from "./tables/formats.ts";
import { diskWorld } from "./world/disk.ts";
import type { World } from "./world/world.ts";

/** How long a build that was told to stop may take to put things away, in milliseconds. */
const grace = 5000;
const signals = { SIGINT: exits.interrupted, SIGTERM: exits.terminated } as const;

// A build is over in seconds: what V8 spends on making code fast is seldom earned back. From 13 on it sees that itself.
if (Number.parseInt(process.versions.v8, 10) < 13) {
  for (const flag of ["--always-sparkplug", "--interrupt-budget=1000000"]) setFlagsFromString(flag);
}

const { version } = createRequire(import.meta.url)("../package.json") as { version: string };
const request = readOptions(process.argv.slice(2), process.env, version);

// Nobody who sets a text should meet a stack trace.
process.on("uncaughtException", (error) => {
  const [line] = String(error.message ?? error).split("\n");
  process.stderr.write(`handbill: ${line}\nPlease report this if it comes again.\n`);
  process.exit(exits.environment);
});
// Whoever reads us may stop reading, `handbill check | head`: that changes nothing of what came of it.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", ({ code }: NodeJS.ErrnoException) => {
    if (code !== "EPIPE") process.exitCode ||= exits.environment;
  });
}

if ("text" in request) {
  (request.exit === exits.fine ? process.stdout : process.stderr).write(request.text);
  process.exitCode = request.exit;
} else {
  const world = diskWorld(process.cwd(), process.env, { id: process.pid, runs });
  process.on("exit", () => world.abandon());
  await run(request, world);
}

/** Carries out a command; what it needs is loaded only now, since all of it takes longer than help to print. */
type Run = (
  options: Options,
  world: World,
  signal: AbortSignal,
  progress: ProgressLine,
) => Promise<Report>;

async function run(options: Options, world: World): Promise<void> {
  const runs: Readonly<Record<CommandName, Run>> = {
    build: runBuild,
    check: runBuild,
    new: runNew,
    preflight: runPreflight,
  };
  const progress = progressLine(process.stderr);
  const signal = stopOnSignal(progress);
  const { messages, summary, exit } = await runs[options.command](options, world, signal, progress);
  progress.clear();
  process.stderr.write(messages);
  process.stdout.write(summary);
  process.exitCode = exit;
  // What was under way may still hold on to something.
  if (signal.aborted) process.exit();
}

async function runNew(options: Options, world: World): Promise<Report> {
  const { files, welcome } = await newWork(world, options.inputs[0] ?? "");
  const said = report(files, [], { ...options, cwd: world.cwd });
  return welcome && !options.json && !options.quiet ? { ...said, summary: welcome } : said;
}

async function runPreflight(options: Options, world: World): Promise<Report> {
  const { preflightFiles } = await import("./preflight-files.ts");
  const { reportPreflight } = await import("./preflight-report.ts");
  const files = await preflightFiles(world, options.inputs);
  return reportPreflight(files, { ...options, cwd: world.cwd });
}

async function runBuild(...asked: Parameters<Run>): Promise<Report> {
  const [options, world, signal] = asked;
  const { files, made } = await buildFor(...asked);
  const stopped = signal.aborted ? Number(process.exitCode) : undefined;
  return report(files, made, { ...options, cwd: world.cwd, stopped });
}

async function buildFor(
  options: Options,
  world: World,
  signal: AbortSignal,
  progress: ProgressLine,
): Promise<BuildResult> {
  const onProgress = options.quiet || options.json ? undefined : progress.show;
  const write = options.command === "build";
  // Only now: all this takes longer to load than help takes to print. The browser first, it comes up meanwhile.
  const press = write && mayPrint(options) ? await warmPress(options, world, progress) : undefined;
  try {
    const { realSteps } = await import("./steps/steps.ts");
    const parts = { world, steps: realSteps(world, version, press), signal, onProgress };
    return await build(parts, { ...options, write });
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
  const { openPress } = await import("./press/press.ts");
  const press = openPress({ jobs, env, onFetch: quiet || json ? undefined : fetching });
  await press.warm(1);
  return press;
}

// The first signal lets the browser close; the second, or too long a wait, ends us at once.
function stopOnSignal(progress: ProgressLine): AbortSignal {
  const controller = new AbortController();
  for (const [name, exit] of Object.entries(signals)) {
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(exit);
      process.exitCode = exit;
      progress.clear();
      process.stderr.write("Stopped; editions finished before are whole.\n");
      setTimeout(() => process.exit(exit), grace).unref();
      controller.abort();
    });
  }
  return controller.signal;
}

function runs(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
