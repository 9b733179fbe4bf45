import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { launchBrowser } from "../scripts/press/browser.ts";
import { isLost } from "../scripts/press/is-lost.ts";
import { openPress, type Press } from "../scripts/press/press.ts";
import type { Tab } from "../scripts/press/print.ts";
import { browserProcesses } from "./support/browser-processes.ts";
import { filler, job } from "./support/pages.ts";

const test = suite<{ home: string; press: Press }>("press: crashes");

const slow = job({ body: `<p>${filler(100)}</p>`.repeat(300) });
const quick = job({ body: "<p>alpha</p>" });

test.before.each(async (context) => {
  context.home = await mkdtemp(join(tmpdir(), "handbill-crash-"));
  await mkdir(join(context.home, "handbill"));
  context.press = openPress({
    jobs: 2,
    env: { XDG_CACHE_HOME: context.home, HANDBILL_BROWSER: await executable() },
  });
});

test.after.each(async ({ home, press }) => {
  await press.close();
  assert.equal(await browserProcesses(home), []);
  assert.equal(
    (await readdir(join(home, "handbill"))).filter((name) => name.startsWith("profile-")),
    [],
  );
  await rm(home, { recursive: true });
});

// Processes are found as Linux tells of them.
const run = process.platform === "linux" ? test : test.skip;

for (const type of ["renderer", "browser"]) {
  run(`should print once more what was lost with its ${type}`, async ({ home, press }) => {
    const both = Promise.all([press.print(slow), press.print(slow)]);
    await strike(home, type, "SIGKILL");
    for (const { faults, words } of await both) assert.equal([faults, words], [[], 30_000]);
  });
}

run("should start a browser once more that dies at its start", async ({ home, press }) => {
  const printed = press.print(quick);
  await strike(home, "browser", "SIGKILL", 0);
  assert.equal((await printed).faults, []);
});

run("should say that a text was lost twice, and print the next", async ({ home, press }) => {
  const slower = job({ body: `<p>${filler(100)}</p>`.repeat(1500) });
  const printed = press.print(slower);
  await strike(home, "renderer", "SIGKILL");
  await wait(1000);
  await strike(home, "renderer", "SIGKILL");
  const { faults } = await printed;
  assert.equal(
    faults.map(({ rule }) => rule),
    ["browser-lost"],
  );
  assert.equal((await press.print(quick)).faults, []);
});

test("should take a failed print for a lost tab only where the tab is silent", async () => {
  const tab = (evaluate: () => Promise<unknown>) =>
    ({
      page: { browser: () => ({ connected: true, version: async () => "" }), evaluate },
      isCrashed: () => false,
    }) as unknown as Tab;
  const gone = tab(() => Promise.reject(new Error("Target crashed")));
  const well = tab(async () => 0);
  const failed = new Error("Protocol error (Page.printToPDF): Printing failed");
  assert.ok(await isLost(gone, failed));
  assert.not(await isLost(well, failed));
  assert.not(await isLost(gone, new Error("no end after 3:1 120 s")));
});

run("should end a browser that hangs", async ({ home, press }) => {
  await press.print(quick);
  await strike(home, "browser", "SIGSTOP", 0);
});

test.run();

/** Sends a signal to each process of a kind, once there is one. */
async function strike(home: string, type: string, signal: NodeJS.Signals, delay = 700) {
  const find = async () => (await browserProcesses(home)).filter((one) => one.type === type);
  for (let tries = 0; (await find()).length === 0 && tries < 500; tries++) await wait(20);
  await wait(delay);
  for (const { id } of await find()) process.kill(id, signal);
}

async function executable(): Promise<string> {
  const browser = await launchBrowser(process.env);
  await browser.close();
  return browser.process()?.spawnfile ?? "";
}
