import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PDFDocument } from "@cantoo/pdf-lib";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { engineFlags } from "../scripts/tables/engine-flags.ts";

const program = fileURLToPath(new URL("../bin/handbill.mjs", import.meta.url));
const test = suite<{ folder: string }>("cli");
/** What runs until it is told to end. */
const stay = new Set<ChildProcess>();

test.before.each(async (context) => {
  context.folder = await mkdtemp(join(tmpdir(), "handbill-cli-"));
});

test.after.each(async ({ folder }) => {
  for (const child of stay) child.kill();
  await rm(folder, { recursive: true });
});

test("should print its version and help", async ({ folder }) => {
  const { version } = JSON.parse(await readFile(join(program, "../../package.json"), "utf8"));
  assert.equal(await run(folder, "--version"), { exit: 0, out: `${version}\n`, err: "" });
  const help = await run(folder, "--help");
  assert.is(help.exit, 0);
  assert.match(help.out, /build .*\n[\s\S]*Exit codes:/);
});

test("should tell this version of Node only what it knows", async () => {
  const known = execFileSync(process.execPath, ["--v8-options"], { encoding: "utf8" });
  for (const flag of engineFlags[Number.parseInt(process.versions.node, 10)] ?? [])
    assert.match(known, `${flag.split("=")[0]} (`);
});

test("should refuse a wrong command line in plain words", async ({ folder }) => {
  const { exit, out, err } = await run(folder, "build", "--format", "bookelt");
  assert.is(exit, 2);
  assert.is(out, "");
  assert.match(err, /Did you mean “booklet”\?/);
  assert.not.match(err, /\n\s+at /);
});

test("should report a wrong command line to programs as JSON alone", async ({ folder }) => {
  const { exit, out, err } = await run(folder, "build", "--format", "bookelt", "--json");
  assert.equal([exit, err], [2, ""]);
  const { messages, ...rest } = JSON.parse(out);
  assert.equal(rest, { exit: 2, made: [] });
  assert.equal(messages, [
    {
      ...{ path: ".", line: 1, column: 1, severity: "error", rule: "command-line" },
      reason: messages[0].reason,
      note: "Run “handbill --help” for what there is.",
    },
  ]);
  assert.match(messages[0].reason, /^option '-f.*Did you mean “booklet”\?$/);
});

test("should write a work to start from that has nothing wrong", async ({ folder }) => {
  const made = await run(folder, "new", "garden");
  assert.is(made.exit, 0);
  assert.match(made.out, "garden/work.yaml");
  assert.match(made.out, "npx handbill build garden\n");
  assert.equal((await readdir(join(folder, "garden"))).sort(), ["en.md", "work.yaml"]);
  const checked = await run(folder, "check", "garden", "--quiet");
  assert.equal(checked, { exit: 0, out: "", err: "" });
});

test("should tell the next command so that it can be pasted", async ({ folder }) => {
  const { out } = await run(folder, "new", "Ann's garden");
  assert.match(out, "npx handbill build 'Ann'\\''s garden'\n");
  const dashed = await run(folder, "new", "--", "-garden");
  assert.match(dashed.out, "npx handbill build ./-garden\n");
});

test("should not write a work over something", async ({ folder }) => {
  await mkdir(join(folder, "garden"));
  await writeFile(join(folder, "garden", "en.md"), "mine");
  const { exit, err } = await run(folder, "new", "garden");
  assert.is(exit, 2);
  assert.match(err, /^garden:1:1 error There is something here already \(folder-taken\)\n/);
  assert.is(await readFile(join(folder, "garden", "en.md"), "utf8"), "mine");
});

test("should say where a typo in front matter is and what was meant", async ({ folder }) => {
  await writeFile(join(folder, "a.md"), "---\ntitle: Alpha\nstatus: drfat\n---\n\nText\n");
  const { exit, out, err } = await run(folder, "check", "a.md");
  assert.is(exit, 1);
  assert.is(out, "1 error\n");
  assert.is(
    err,
    "a.md:3:9 error “status” should be one of draft, review, final, not “drfat” (front-matter-value)\n" +
      "  Did you mean “draft”?\n",
  );
});

test("should say that a text is not there", async ({ folder }) => {
  const { exit, err } = await run(folder, "build", "nope.md");
  assert.is(exit, 2);
  assert.match(err, /^nope\.md:1:1 error There is no file or folder of this name/);
});

test("should not read outside the publication", async ({ folder }) => {
  await writeFile(join(folder, "secret.md"), "Token");
  await mkdir(join(folder, "a"));
  await writeFile(join(folder, "a", "work.yaml"), "");
  await symlink("../secret.md", join(folder, "a", "en.md"));
  const { exit, err } = await run(folder, "check", "a");
  assert.is(exit, 3);
  assert.match(err, /^a\/en\.md:1:1 error .*outside the publication's folder \(path-outside\)/);
});

test("should look at PDFs, whoever made them", async ({ folder }) => {
  const document = await PDFDocument.create();
  document.addPage([300, 400]).drawText("A", { x: 1, y: 200 });
  await writeFile(join(folder, "a.pdf"), await document.save());
  await writeFile(join(folder, "b.pdf"), "no PDF");
  const { exit, out, err } = await run(folder, "preflight", "a.pdf", "b.pdf");
  assert.is(exit, 1);
  assert.is(out, "2 files, 1 page, 2 errors, 1 warning\n");
  assert.match(
    err,
    /^a\.pdf:1 \(0\.4, \d+(\.\d)? mm\) error The font “Helvetica” is not in the file/m,
  );
  assert.match(err, /^b\.pdf error The file is no PDF that can be read/m);
  assert.is((await run(folder, "preflight", "*.pdf")).out, out);
  const missing = await run(folder, "preflight", "c.pdf", "--json");
  assert.equal([missing.exit, missing.err], [2, ""]);
  assert.is(JSON.parse(missing.out).files[0].findings[0].rule, "pdf-missing");
  assert.is((await run(folder, "preflight")).exit, 2);
});

test("should report to programs as JSON alone", async ({ folder }) => {
  await writeFile(join(folder, "a.md"), "---\ntitel: Alpha\n---\n\nText\n");
  const { exit, out, err } = await run(folder, "check", "a.md", "--json");
  assert.is(exit, 1);
  assert.is(err, "");
  const { messages } = JSON.parse(out) as { messages: { rule: string; line: number }[] };
  assert.equal(
    messages.map(({ rule, line }) => `${line} ${rule}`),
    ["2 front-matter-key"],
  );
});

test("should end as it would where nobody reads what it says", async ({ folder }) => {
  await writeFile(join(folder, "a.md"), "---\ntitel: Alpha\n---\n\nText\n");
  for (const output of ["--json", "--quiet"]) {
    const child = spawn(process.execPath, [program, "check", "a.md", output], { cwd: folder });
    child.stdout.destroy();
    child.stderr.destroy();
    assert.is(await new Promise((resolve) => child.on("close", resolve)), 1);
  }
});

(existsSync("/dev/full") ? test : test.skip)(
  "should say that nobody could take what it says",
  async ({ folder }) => {
    await writeFile(join(folder, "a.md"), "# Alpha\n\nText\n");
    const full = openSync("/dev/full", "w");
    for (const line of [["check", "a.md"], ["check", "a.md", "--json"], ["--help"]]) {
      const child = spawn(process.execPath, [program, ...line], {
        cwd: folder,
        stdio: ["ignore", full, "pipe"],
      });
      const { exit, err } = await said(child);
      assert.is(exit, 4);
      assert.match(err, /^handbill: .* could not be written: the disk is full \(ENOSPC\)\n.*room/m);
      assert.is(err.match(/^handbill:/gm)?.length, 1);
    }
    closeSync(full);
  },
);

(process.platform === "win32" ? test.skip : test)(
  "should say what to do where it may open too few files",
  async ({ folder }) => {
    const line = 'ulimit -n 30 && exec "$0" "$1" check a.md';
    const child = spawn("sh", ["-c", line, process.execPath, program], { cwd: folder });
    const { exit, err } = await said(child);
    assert.is(exit, 4);
    assert.match(err, /^handbill: .*\nThe system lets too few files .*\(ulimit -n 1024\)/);
    assert.not.match(err, /\n\s+at /);
  },
);

test("should do without a folder for what is temporary", async ({ folder }) => {
  await writeFile(join(folder, "a.md"), "# Alpha\n\nText\n");
  const env = { TMPDIR: join(folder, "a.md", "none") };
  const { exit, err } = await runWith(env, folder, "build", "a.md", "--format", "handout", "-q");
  assert.equal({ exit, err }, { exit: 0, err: "" });
});

test("should say what to do where no browser starts", async ({ folder }) => {
  await writeFile(join(folder, "a.md"), "# Alpha\n\nText\n");
  const env = { HANDBILL_BROWSER: join(folder, "nothing") };
  const { exit, err } = await runWith(env, folder, "build", "a.md", "--format", "booklet", "-q");
  assert.is(exit, 4);
  assert.match(err, /^a\.md:1:1 error .*\(browser\)\n {2}.*HANDBILL_BROWSER/);
  assert.not.match(err, /\n\s+at /);
});

for (const [signal, code] of [
  ["SIGHUP", 129],
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const) {
  test(`should stop at ${signal}, leave nothing half done and say what it found`, async ({
    folder,
  }) => {
    const text = "# Alpha\n\n".concat("Bravo charlie delta. ".repeat(200));
    for (const name of "abcd") await writeFile(join(folder, `${name}.md`), text);
    await writeFile(join(folder, "0.md"), "# Zero\n\n![Nothing](nothing.png)\n");
    const child = spawn(
      process.execPath,
      [program, "build", ...["0", ..."abcd"].map((name) => `${name}.md`)],
      {
        cwd: folder,
        stdio: ["ignore", "ignore", "pipe"],
      },
    );
    let err = "";
    child.stderr.setEncoding("utf8").on("data", (more: string) => {
      err += more;
      // As soon as one edition is done, others are under way.
      if (/^\[\d+\/\d+\] [a-d] /m.test(err) && !child.killed) child.kill(signal);
    });
    const exit = await new Promise((resolve) => child.on("close", resolve));
    assert.is(exit, code);
    assert.match(err, "Stopped");
    assert.match(err, /^0\.md:3:1 error .*\(image-missing\)$/m);
    assert.not.match(err, /\((?:internal|browser)\)/);
    const names = await readdir(folder, { recursive: true });
    assert.equal(
      names.filter((name) => name.endsWith(".tmp")),
      [],
    );
  });
}

test("should stop at once while a long text is parsed", async ({ folder }) => {
  // Lines that go on a quotation without its sign take the parser time by the square.
  await writeFile(join(folder, "a.md"), `# Alpha\n\n> bravo\n${"charlie\n".repeat(100_000)}`);
  const child = spawn(process.execPath, [program, "check", "a.md"], { cwd: folder });
  const ended = new Promise((resolve) => child.on("close", (_, signal) => resolve(signal)));
  await new Promise((resolve) => setTimeout(resolve, 5000));
  const asked = performance.now();
  child.kill("SIGINT");
  assert.is(await ended, "SIGINT");
  assert.ok(performance.now() - asked < 2000);
});

test("should stay, make again what is saved, and end with nothing left", async ({ folder }) => {
  await writeFile(join(folder, "a.md"), "# Alpha\n\nText\n");
  await writeFile(join(folder, "b.md"), "# Bravo\n\nText\n");
  const build = watching(folder, "build", ".", "--format", "booklet");
  assert.match(await build.next(), /^2 editions made, 6 pages$/m);
  const before = await readFile(join(folder, "dist/a/en/booklet.pdf"));
  await save(folder, "a.md", "# Alpha\n\n![Nothing](nothing.png)\n");
  assert.match(await build.next(), /^a\.md:3:1 error .*\(image-missing\)$/m);
  assert.equal(await readFile(join(folder, "dist/a/en/booklet.pdf")), before);
  await save(folder, "a.md", "# Alpha\n\nAnother text\n");
  assert.match(await build.next(), /^1 edition made, 3 pages$/m);
  assert.not.equal(await readFile(join(folder, "dist/a/en/booklet.pdf")), before);
  const said = await build.end("SIGINT");
  assert.is(said.exit, 130);
  assert.match(said.text, "Stopped");
  const names = await readdir(folder, { recursive: true });
  assert.equal(
    names.filter((name) => name.endsWith(".tmp")),
    [],
  );
});

test("should report a line each time to programs that watch", async ({ folder }) => {
  await writeFile(join(folder, "a.md"), "# Alpha\n\nText\n");
  const check = watching(folder, "check", "a.md", "--json");
  assert.equal(JSON.parse(await check.next()), { exit: 0, made: [], messages: [] });
  await save(folder, "a.md", "---\ntitel: Alpha\n---\n\nText\n");
  const [line = "", ...more] = (await check.next()).split("\n");
  const { exit, messages } = JSON.parse(line);
  assert.equal([exit, messages[0].rule, more], [1, "front-matter-key", [""]]);
  assert.equal(await check.end("SIGTERM"), {
    exit: 143,
    text: "Stopped; editions finished before are whole.\n",
  });
});

test("should not stay for an input that is not there", async ({ folder }) => {
  const { exit, err } = await run(folder, "check", "a.md", "--watch");
  assert.is(exit, 2);
  assert.match(err, "(input-missing)");
});

test.run();

/** Saves as editors do: beside the file, then in its place. */
async function save(folder: string, name: string, text: string): Promise<void> {
  await writeFile(join(folder, `.${name}.swp`), text);
  await rename(join(folder, `.${name}.swp`), join(folder, name));
}

/** Runs a command that stays. */
function watching(cwd: string, ...line: string[]) {
  const child = spawn(process.execPath, [program, ...line, "--watch"], { cwd });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  stay.add(child);
  child.on("close", () => stay.delete(child));
  const ends = line.includes("--json") ? [/^\{.*\}\n/m] : [/^Watching/m, /^(\d+ e|Nothing).*\n/m];
  let text = "";
  let heard = () => {};
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (more: string) => {
      text += more;
      heard();
    });
  const take = () => {
    const taken = text;
    text = "";
    return taken;
  };
  return {
    /** All that is said up to the end of the next report. */
    async next(): Promise<string> {
      // What two streams say comes in any order.
      while (!ends.every((end) => end.test(text)))
        await new Promise<void>((resolve) => {
          heard = resolve;
        });
      return take();
    },
    async end(signal: "SIGINT" | "SIGTERM") {
      child.kill(signal);
      return { exit: await ended, text: take() };
    },
  };
}

function run(cwd: string, ...line: string[]) {
  return runWith({}, cwd, ...line);
}

function runWith(env: Record<string, string>, cwd: string, ...line: string[]) {
  const child = spawn(process.execPath, [program, ...line], {
    cwd,
    env: { ...process.env, ...env },
  });
  return said(child);
}

function said(child: ChildProcess) {
  const said = { out: "", err: "" };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    said.out += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said.err += text;
  });
  return new Promise<{ exit: number | null; out: string; err: string }>((resolve) =>
    child.on("close", (exit) => resolve({ exit, ...said })),
  );
}
