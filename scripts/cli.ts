import { createRequire } from "node:module";
import { setFlagsFromString } from "node:v8";
import { newWork } from "./command/new.ts";
import { type Options, readOptions } from "./command/options.ts";
import { type ProgressLine, progressLine } from "./command/progress.ts";
import { type Report, report } from "./command/report.ts";
import { runBuild } from "./command/run-build.ts";
import { engineFlags } from "./tables/engine-flags.ts";
import { exits } from "./tables/exits.ts";
import type { CommandName } from "./tables/flags.ts";
import { whyUnwritten } from "./tables/write-errors.ts";
import { type DiskWorld, diskWorld } from "./world/disk.ts";

/** How long a build that was told to stop may take to put things away, in milliseconds. */
const grace = 5000;
const signals = {
  SIGHUP: exits.hungUp,
  SIGINT: exits.interrupted,
  SIGTERM: exits.terminated,
} as const;

for (const flag of engineFlags[Number.parseInt(process.versions.node, 10)] ?? [])
  setFlagsFromString(flag);

const { version } = createRequire(import.meta.url)("../package.json") as { version: string };
const request = readOptions(process.argv.slice(2), process.env, version);

// Whoever reads us may stop reading, `handbill check | head`: that changes nothing of what came of it.
for (const stream of [process.stdout, process.stderr]) {
  stream.once("error", (error: NodeJS.ErrnoException) => {
    stream.on("error", () => {});
    if (error.code === "EPIPE") return;
    process.exitCode ||= exits.environment;
    const advice = "Make room if the disk is full, or have it written elsewhere.";
    process.stderr.write(
      `handbill: What came of it could not be written: ${whyUnwritten(error)}\n${advice}\n`,
    );
  });
}

if ("text" in request) {
  if (request.exit === exits.fine) process.stdout.write(request.text);
  else tell((await import("./command/refuse.ts")).refuse(process.argv.slice(2), request.text));
} else {
  const world = diskWorld(process.cwd(), process.env, { id: process.pid, runs });
  process.on("exit", () => world.abandon());
  await run(request, world);
}

/** Carries out a command; what it needs is loaded only now, since all of it takes longer than help to print. */
type Run = (options: Options, world: DiskWorld) => AsyncIterable<Report>;

async function run(options: Options, world: DiskWorld): Promise<void> {
  const progress = progressLine(process.stderr);
  const { signal, onDeaf } = stopOnSignal(progress);
  const make: Run = () => runBuild(options, { world, version, signal, onDeaf, progress });
  const runs: Readonly<Record<CommandName, Run>> = {
    build: make,
    check: make,
    new: runNew,
    preflight: runPreflight,
  };
  for await (const one of runs[options.command](options, world)) {
    progress.clear();
    tell(one);
  }
  // What was under way may still hold on to something.
  if (signal.aborted) process.exit();
}

function tell({ messages, summary, exit }: Report): void {
  process.stderr.write(messages);
  process.stdout.write(summary);
  process.exitCode = exit;
}

async function* runNew(options: Options, world: DiskWorld): AsyncGenerator<Report> {
  const { files, welcome } = await newWork(world, options.inputs[0] ?? "");
  const said = report(files, [], { ...options, cwd: world.cwd });
  yield welcome && !options.json && !options.quiet ? { ...said, summary: welcome } : said;
}

async function* runPreflight(options: Options, world: DiskWorld): AsyncGenerator<Report> {
  const { preflightFiles } = await import("./command/preflight-files.ts");
  const { reportPreflight } = await import("./command/preflight-report.ts");
  const files = await preflightFiles(world, options.inputs);
  yield reportPreflight(files, { ...options, cwd: world.cwd });
}

// The first signal lets the browser close, its reason being our exit; the second, or too long a wait, ends us at once.
function stopOnSignal(progress: ProgressLine): { signal: AbortSignal; onDeaf: () => () => void } {
  const controller = new AbortController();
  const stops = Object.entries(signals).map(([name, exit]) => {
    const stop = () => {
      if (controller.signal.aborted) process.exit(exit);
      process.exitCode = exit;
      progress.clear();
      process.stderr.write("Stopped; editions finished before are whole.\n");
      setTimeout(() => process.exit(exit), grace).unref();
      controller.abort(exit);
    };
    return [name, stop] as const;
  });
  const hear = () => {
    for (const [name, stop] of stops) process.on(name, stop);
  };
  // While nothing is heard, signals end us as they end any program: what is half written is swept by the next build.
  const onDeaf = () => {
    for (const [name, stop] of stops) process.off(name, stop);
    return hear;
  };
  hear();
  return { signal: controller.signal, onDeaf };
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
