import { spawn } from "node:child_process";
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from "node:fs/promises";
import { createServer } from "node:http";
import { syncBuiltinESMExports } from "node:module";
import type { AddressInfo } from "node:net";
import os, { tmpdir, userInfo } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as puppeteer from "puppeteer-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { launchBrowser } from "../scripts/press/browser.ts";
import { BrowserError } from "../scripts/press/browser-error.ts";
import { cacheFolder } from "../scripts/press/cache-folder.ts";
import { type BrowserSource, findExecutable } from "../scripts/press/executable.ts";
import { buildId, fetchedBrowser } from "../scripts/press/fetched.ts";
import { fontConfiguration } from "../scripts/press/font-configuration.ts";
import { installedBrowser } from "../scripts/press/installed.ts";
import { makeProfile } from "../scripts/press/profile.ts";
import { shippedBrowser } from "../scripts/press/shipped.ts";
import { openStill } from "../scripts/press/tab.ts";
import { job, press } from "./support/pages.ts";

const profileModule = new URL("../scripts/press/profile.ts", import.meta.url).href;
const tsx = import.meta.resolve("tsx");
const test = suite("press: browser");
test.after(() => press.close());

// An archive as puppeteer fetches it, for Linux: a script instead of a browser.
const zip = Buffer.from(
  "UEsDBBQAAAAAAAAAIQC+J915FwAAABcAAAAzAAAAY2hyb21lLWhlYWRsZXNzLXNoZWxsLWxpbnV4NjQvY2hyb21lLWhlYWRsZXNzLXNoZWxsIyEvYmluL3NoCmVjaG8gZmV0Y2hlZApQSwECFAMUAAAAAAAAACEAvifdeRcAAAAXAAAAMwAAAAAAAAAAAAAA7YEAAAAAY2hyb21lLWhlYWRsZXNzLXNoZWxsLWxpbnV4NjQvY2hyb21lLWhlYWRsZXNzLXNoZWxsUEsFBgAAAAABAAEAYQAAAGgAAAAAAA==",
  "base64",
);

test("should say of a browser wished for that it cannot be started", async () => {
  for (const wanted of [fileURLToPath(import.meta.url), tmpdir(), "/nowhere/chrome"]) {
    const error = await launchBrowser({ ...process.env, HANDBILL_BROWSER: wanted }).catch(
      (reason: unknown) => reason,
    );
    assert.instance(error, BrowserError);
    assert.match((error as Error).message, wanted);
  }
});

test("should say in plain words why a browser wished for does not start", async () => {
  const folder = await mkdtemp(join(tmpdir(), "handbill-wished-"));
  const says = async (program: string) => {
    const wanted = join(folder, "browser");
    await writeFile(wanted, program, { mode: 0o700 });
    const error = await launchBrowser({ ...process.env, HANDBILL_BROWSER: wanted }).catch(
      (reason: unknown) => reason,
    );
    assert.instance(error, BrowserError);
    return (error as Error).message.replace(wanted, "X");
  };
  try {
    assert.is(
      await says("#!/nowhere/interpreter\n"),
      "X cannot be started: what it is to be run by is not on this machine",
    );
    for (const ends of ["#!/bin/sh\nexit 1\n", "#!/bin/sh\necho words; echo words >&2\n", ""])
      assert.is(
        await says(ends),
        "the browser at X does not start: it ended before it could be used",
      );
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("should keep what is unpacked in a folder of the user's own, wherever a command is typed", async () => {
  const home = await mkdtemp(join(tmpdir(), "handbill-home-"));
  const before = process.env.HOME;
  try {
    assert.is(await cacheFolder({ XDG_CACHE_HOME: home }), join(home, "handbill"));
    process.env.HOME = join(home, "deep", "er");
    const inHome = join(home, "deep", "er", ".cache", "handbill");
    assert.is(await cacheFolder({ XDG_CACHE_HOME: "relative" }), inHome);
    const gone = join(home, "gone");
    await symlink(join(home, "nowhere"), gone);
    for (const none of ["", "/proc/nowhere", "/dev/null", gone]) {
      process.env.HOME = none;
      assert.match(await cacheFolder({}), join(tmpdir(), "handbill-"));
    }
  } finally {
    process.env.HOME = before;
    await rm(home, { recursive: true });
  }
});

// A container is often run as a number that its system has no name for, nor a folder.
test("should find a folder for a user whom the system does not know", async () => {
  const home = await mkdtemp(join(tmpdir(), "handbill-home-"));
  const real = { homedir: os.homedir, userInfo: os.userInfo };
  const unknown = () => {
    throw new Error("uv_os_get_passwd returned ENOENT");
  };
  try {
    Object.assign(os, { homedir: unknown, userInfo: unknown });
    syncBuiltinESMExports();
    assert.is(await cacheFolder({ XDG_CACHE_HOME: home }), join(home, "handbill"));
    assert.match(await cacheFolder({}), join(tmpdir(), "handbill-"));
    const browser = await launchBrowser({ XDG_CACHE_HOME: process.env.XDG_CACHE_HOME });
    await browser.close();
  } finally {
    Object.assign(os, real);
    syncBuiltinESMExports();
    await rm(home, { recursive: true });
  }
});

test("should say where there is no room for what a browser needs", async () => {
  const home = await mkdtemp(join(tmpdir(), "handbill-home-"));
  try {
    await mkdir(join(home, "handbill", "fonts.conf", "taken"), { recursive: true });
    const env = { XDG_CACHE_HOME: home, HANDBILL_BROWSER: process.execPath };
    const error = await launchBrowser(env).catch((problem) => problem);
    assert.instance(error, BrowserError);
    assert.match(
      error.message,
      `${join(home, "handbill")}: a folder is where a file should be (EISDIR)`,
    );
    assert.match((error as BrowserError).advice ?? "", /^Make room there/);
  } finally {
    await rm(home, { recursive: true });
  }
});

const ships = process.platform === "linux" && process.arch === "x64";
(ships ? test : test.skip)("should unpack the browser again that is damaged", async () => {
  const home = await mkdtemp(join(tmpdir(), "handbill-home-"));
  try {
    const { path } = await shippedBrowser(home);
    const whole = (await stat(path)).size;
    for (const damage of [() => truncate(path, 1000), () => chmod(path, 0o600)]) {
      await damage();
      assert.is((await shippedBrowser(home)).path, path);
      assert.is((await stat(path)).size, whole);
    }
    const { ino } = await stat(path);
    await shippedBrowser(home);
    assert.is((await stat(path)).ino, ino, "a whole one is left alone");
  } finally {
    await rm(home, { recursive: true });
  }
});

test("should take the first browser there is, and say of each why it is none", async () => {
  const source = (name: string, path?: string): BrowserSource => ({
    name,
    find: async () => {
      if (path === undefined) throw new BrowserError("gone");
      return { path, env: {} };
    },
  });
  const some = [source("ours"), source("another", "/a"), source("last", "/b")];
  assert.is((await findExecutable("/", undefined, undefined, some)).path, "/a");
  const none = await findExecutable("/", undefined, undefined, [
    source("ours"),
    source("last"),
  ]).catch((error: unknown) => error);
  assert.instance(none, BrowserError);
  assert.match((none as Error).message, "ours: gone; last: gone");
});

test("should fetch a browser once, and say how far it is", async () => {
  assert.is(
    buildId,
    (puppeteer as unknown as Revisions).PUPPETEER_REVISIONS["chrome-headless-shell"],
  );
  const home = await mkdtemp(join(tmpdir(), "handbill-home-"));
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(200, { "content-length": zip.length });
    response.end(zip);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const steps: number[] = [];
  const options = {
    baseUrl: `http://127.0.0.1:${port}`,
    onFetch: (done: number, total: number) => void steps.push(done / total),
  };
  try {
    const all = await Promise.all([fetchedBrowser(home, options), fetchedBrowser(home, options)]);
    const before = asked.length;
    const again = await fetchedBrowser(home, options);
    assert.is(asked.length, before);
    const [{ path }] = all;
    assert.equal(new Set([...all, again].map((one) => one.path)), new Set([path]));
    assert.match(await readFile(path, "utf8"), "echo fetched");
    assert.is(steps.at(-1), 1);
    assert.ok(asked.every((one) => one.includes(buildId)));
    assert.equal(await readdir(home), [`fetched-${buildId}`]);
  } finally {
    server.close();
    await rm(home, { recursive: true });
  }
});

test("should say that no browser can be fetched, and leave nothing", async () => {
  const home = await mkdtemp(join(tmpdir(), "handbill-home-"));
  try {
    const error = await fetchedBrowser(home, { baseUrl: "http://127.0.0.1:9" }).catch(
      (reason: unknown) => reason,
    );
    assert.instance(error, BrowserError);
    assert.match((error as Error).message, /cannot be fetched \(.+\)$/);
    assert.equal(await readdir(home), []);
  } finally {
    await rm(home, { recursive: true });
  }
});

test("should keep what it unpacks where nobody else may put anything", async () => {
  const home = await mkdtemp(join(tmpdir(), "handbill-home-"));
  const folder = join(home, "handbill");
  try {
    assert.is(await cacheFolder({ XDG_CACHE_HOME: home }), folder);
    assert.is((await stat(folder)).mode & 0o777, 0o700);
    // Only who may do anything can give a folder away.
    if (userInfo().uid === 0) {
      await chown(folder, 65534, 65534);
      assert.is.not(await cacheFolder({ XDG_CACHE_HOME: home }), folder);
    }
    await rm(folder, { recursive: true });
    await writeFile(folder, "");
    assert.is.not(await cacheFolder({ XDG_CACHE_HOME: home }), folder);
  } finally {
    await rm(home, { recursive: true });
  }
});

test("should keep the system's fonts out also where a path has signs of XML", async () => {
  const home = await mkdtemp(join(tmpdir(), "handbill a&b <c>"));
  try {
    const text = await readFile(await fontConfiguration(home), "utf8");
    const [, kept = ""] = /<cachedir>(.*)<\/cachedir>/.exec(text) ?? [];
    assert.not.match(kept, /<|&(?!amp;|lt;)/);
    assert.is(kept.replaceAll("&lt;", "<").replaceAll("&amp;", "&"), `${home}/fontconfig`);
  } finally {
    await rm(home, { recursive: true });
  }
});

test("should find a browser that is installed", async () => {
  const node = process.execPath;
  const found = await installedBrowser(["/nowhere/chromium", node]).catch(() => undefined);
  assert.ok(found?.path === node || /chrome/i.test(found?.path ?? ""));
  if (found?.path !== node) return;
  const error = await installedBrowser(["/nowhere/chromium"]).catch((reason: unknown) => reason);
  assert.instance(error, BrowserError);
});

test("should start the browser that comes with Handbill, by a pipe", async () => {
  const browser = await launchBrowser(process.env);
  assert.match(await browser.version(), "Chrome");
  assert.is(browser.wsEndpoint(), "");
  await browser.close();
});

test("should let a page reach nothing outside itself", async () => {
  const asked: string[] = [];
  const server = createServer(({ url = "" }, response) => {
    asked.push(url);
    response.end("alpha");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const browser = await launchBrowser(process.env);
  try {
    const page = await browser.newPage();
    for (const address of [`http://127.0.0.1:${port}/a`, `http://localhost:${port}/b`]) {
      const went = await page.goto(address).catch(() => undefined);
      assert.is(went, undefined, address);
      const css = `@import "${address}"; p { background: url("${address}"); }`;
      const body = `<p>alpha</p><img alt="Bravo" src="${address}"><script>fetch("${address}")</script>`;
      const { faults } = await press.print(job({ body, css, paged: css }));
      assert.is(faults[0]?.rule, "image-unreadable");
    }
    assert.equal(asked, []);
  } finally {
    await browser.close();
    server.close();
  }
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
    for (let tab = 0; tab < 4; tab++) {
      const page = await openStill(browser);
      assert.is(await page.evaluate("document.readyState"), "complete");
      await page.close();
    }
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
    // Who runs for days is not taken for dead.
    await utimes(running.path, 0, 0);
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
    for (const name of ["profile-left", "fonts-left", "profile-used", "chromium-1"])
      await mkdir(join(home, name, "inside"), { recursive: true });
    for (const name of ["profile-left", "fonts-left", "chromium-1"])
      await utimes(join(home, name), long, long);
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

interface Revisions {
  PUPPETEER_REVISIONS: Record<string, string>;
}

async function launchedPath(): Promise<string | undefined> {
  const browser = await launchBrowser(process.env);
  await browser.close();
  return browser.process()?.spawnfile;
}
