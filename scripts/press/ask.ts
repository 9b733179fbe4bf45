import type { Page } from "puppeteer-core";
import type { Handbill } from "./page/main.ts";

type Answer<Call extends keyof Handbill> = Awaited<ReturnType<Handbill[Call]>>;

/**
 * Calls our script in a tab. What is handed over goes as source, what comes back as JSON: a browser turns values into
 * those of its protocol one by one, which takes it far longer than to parse and write a text.
 * @param page
 *   A tab's page, with our script in it.
 * @param call
 *   Which of its functions.
 * @param given
 *   What the function takes, as JSON has it.
 * @throws
 *   What the function throws.
 */
export function ask<Call extends keyof Handbill>(
  page: Page,
  call: Call,
  ...given: Parameters<Handbill[Call]>
): Promise<Answer<Call>> {
  // Not awaited here: a function that waits holds on to all that it was given, and a document may be large.
  return page.evaluate(sourceOf(call, given)).then(read);
}

/** With a name at its end, without which the driver makes another of it that has one. */
function sourceOf(call: keyof Handbill, given: readonly unknown[]): string {
  const values = given.map((value) => JSON.stringify(value)).join();
  return `(async () => JSON.stringify(await handbill.${call}(${values})))()\n//# sourceURL=handbill`;
}

/** What answers nothing has no JSON. */
function read(answer: unknown) {
  return JSON.parse((answer ?? "null") as string);
}
