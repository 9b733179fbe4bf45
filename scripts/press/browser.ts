import { userInfo } from "node:os";
import puppeteer, { type Browser } from "puppeteer";
import { BrowserError } from "./browser-error.ts";
import { cacheFolder, findExecutable } from "./executable.ts";
import { fontConfiguration } from "./font-configuration.ts";

export { BrowserError } from "./browser-error.ts";

/**
 * Starts the browser that comes with Handbill: the executable of `@sparticuz/chromium` on Linux (x64),
 * the one puppeteer brought elsewhere. Its network is dead, its fonts are only those of the page, its
 * environment is empty but for what it needs, and it is reached by a pipe, not a port.
 * @param env
 *   `HANDBILL_BROWSER`: path of another Chromium to use.
 * @throws {BrowserError}
 *   When none starts.
 */
export async function launchBrowser(
  env: Readonly<Record<string, string | undefined>>,
): Promise<Browser> {
  const home = await cacheFolder(env);
  const found = await findExecutable(home, env.HANDBILL_BROWSER);
  try {
    return await puppeteer.launch({
      executablePath: found.path,
      headless: "shell",
      pipe: true,
      handleSIGHUP: false,
      handleSIGINT: false,
      handleSIGTERM: false,
      timeout: 20_000,
      args: flags(userInfo().uid === 0),
      env: {
        ...found.env,
        FONTCONFIG_FILE: await fontConfiguration(home),
        HOME: home,
        LANG: "C.UTF-8",
        TZ: "UTC",
      },
    });
  } catch (error) {
    throw new BrowserError(
      `the browser at ${found.path} does not start (${error instanceof Error ? error.message.split("\n")[0] : error})`,
    );
  }
}

function flags(isRoot: boolean): string[] {
  return [
    "--disable-gpu",
    "--disable-software-rasterizer",
    // Screen layout must measure what print will draw.
    "--font-render-hinting=none",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-first-run",
    "--proxy-server=127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>",
    // Chromium refuses its sandbox to root.
    ...(isRoot ? ["--no-sandbox"] : []),
  ];
}
