import { suite } from "uvu";
import * as assert from "uvu/assert";
import { BrowserError, launchBrowser } from "../scripts/press/browser.ts";

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

test.run();
