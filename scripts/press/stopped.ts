import type { Fault } from "../types.ts";
import { Lost } from "./lost.ts";

const report = "Please report it, with the text if you can; nothing was written.";

/** What the page says when it stops, and what that means to whoever wrote the text. */
const stops: ReadonlyArray<[RegExp, (found: RegExpExecArray) => Omit<Fault, "place">]> = [
  [
    /^image damaged: (\d+:\d+)? ?(.*)/,
    ([, , alt]) => ({
      rule: "image-unreadable",
      reason: `the image ${alt ? `“${alt}” ` : ""}is damaged and cannot be drawn`,
      note: "Save it again as PNG or JPEG.",
    }),
  ],
  [
    /^nothing fits: (\d+:\d+)?/,
    () => ({ rule: "internal", reason: "what stands here fits on no page", note: report }),
  ],
  [
    /^no end after (?:\d+:\d+)? ?([\d.]+) s/,
    ([, seconds]) => ({
      rule: "layout-slow",
      reason: `laying out the pages had not come to an end after ${seconds} s`,
      note: "Save large drawings (SVG) as PNG, take large tables out, or part the text into several works; nothing was written.",
    }),
  ],
];

const lostTwice: Fault = {
  rule: "browser-lost",
  reason: "the browser broke down twice while it laid out the pages",
  note: "Close other programs, so that there is more memory, and build again; if that does not help, take large images out.",
};

/**
 * Makes a fault of what stopped a document in the browser.
 * @param error
 *   What was thrown.
 * @returns
 *   The fault, at its place in the source; `undefined` where the error is of another kind.
 */
export function stopped(error: unknown): Fault | undefined {
  if (error instanceof Lost) return lostTwice;
  const message = error instanceof Error ? error.message.replace(/^Error: /, "") : "";
  for (const [pattern, say] of stops) {
    const found = pattern.exec(message);
    const place = /\d+:\d+/.exec(found?.[0] ?? "")?.[0];
    if (found) return { ...say(found), ...(place && { place }) };
  }
  return undefined;
}
