import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { BrowserError, launchBrowser } from "../scripts/press/browser.ts";
import { makeProfile } from "../scripts/press/profile.ts";
import { openStill } from "../scripts/press/tab.ts";

const profileModule = new URL("../scripts/press/profile.ts", import.meta.url).href;
const tsx = import.meta.resolve("tsx");
const test = suite("press: browser");

test("should say of a browser wished for that it cannot be started", async () => {
  for (const wanted of [new URL(import.meta.url).pathname, "/nowhere/chrome"]) {
    const error = await launchBrowser({ ...process.env, HANDBILL_BROWSER: wanted }).catch(
      (reason: unknown) => reason,
    );
    assert.instance(error, BrowserError);
    assert.match((error as Error).message, wanted);
  }
});

test("should start the browser that comes with Handbill, by a pipe", async () => {
  const browser = await launchBrowser(process.env);
  assert.match(await browser.version(), "Chrome");
  assert.is(browser.wsEndpoint(), "");
  await browser.close();
});

test("should open a tab that draws no frames, and print from it", async () => {
  const browser = await launchBrowser(process.env);
  try {
    const pages = await Promise.all([openStill(browser), openStill(browser)]);
    assert.is.not(pages[0], pages[1]);
    for (const page of pages) {
      const frame = page.evaluate(() => new Promise((go) => requestAnimationFrame(() => go(true))));
      const waited = new Promise((go) => setTimeout(() => go(false), 200));
      assert.is(await Promise.race([frame, waited]), false);
      assert.ok((await page.pdf()).length > 100);
    }
  } finally {
    await browser.close();
  }
});

test("should open tab after tab", async () => {
  const browser = await launchBrowser(process.env);
  try {
    for (let tab = 0; tab < 4; tab++) await (await openStill(browser)).close();
  } finally {
    await browser.close();
  }
});

test("should remove what a killed process left, and nothing of those that run", async () => {
  const home = await mkdtemp(join(tmpdir(), "handbill-home-"));
  const running = await makeProfile(home);
  const code = `import { makeProfile } from ${JSON.stringify(profileModule)};
    await makeProfile(${JSON.stringify(home)}); process.kill(process.pid, "SIGKILL");`;
  try {
    const killed = spawn(process.execPath, ["--import", tsx, "--input-type=module", "-e", code]);
    await new Promise((resolve) => killed.on("close", resolve));
    assert.is((await readdir(home)).length, 2);
    const next = await makeProfile(home);
    assert.equal(
      (await readdir(home)).sort(),
      [running, next].map(({ path }) => basename(path)).sort(),
    );
    next.remove();
  } finally {
    running.remove();
    await rm(home, { recursive: true });
  }
});

test("should remove the browser's folder, and another day one without a sign of its owner", async () => {
  const home = await mkdtemp(join(tmpdir(), "handbill-home-"));
  try {
    const long = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);
    for (const name of ["profile-left", "profile-used", "chromium-1"])
      await mkdir(join(home, name, "inside"), { recursive: true });
    for (const name of ["profile-left", "chromium-1"]) await utimes(join(home, name), long, long);
    const profile = await makeProfile(home);
    assert.equal((await readdir(home)).length, 3);
    profile.remove();
    assert.equal((await readdir(home)).sort(), ["chromium-1", "profile-used"]);
  } finally {
    await rm(home, { recursive: true });
  }
});

test("should keep nothing of a browser that has ended", async () => {
  const home = await mkdtemp(join(tmpdir(), "handbill-home-"));
  try {
    await mkdir(join(home, "handbill"));
    const wanted = (await launchedPath()) ?? "";
    const browser = await launchBrowser({ XDG_CACHE_HOME: home, HANDBILL_BROWSER: wanted });
    assert.ok((await readdir(join(home, "handbill"))).some((name) => name.startsWith("profile-")));
    await browser.close();
    assert.equal(
      (await readdir(join(home, "handbill"))).filter((name) => name.startsWith("profile-")),
      [],
    );
  } finally {
    await rm(home, { recursive: true });
  }
});

test.run();

async function launchedPath(): Promise<string | undefined> {
  const browser = await launchBrowser(process.env);
  await browser.close();
  return browser.process()?.spawnfile;
}
