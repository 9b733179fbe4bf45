import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { execute } from "./engines.ts";

/** A program that makes a PDF of a page. */
export interface Peer {
  name: string;
  /** How it was run. */
  manner: string;
  /** Its version; nothing when it is not installed. */
  version(): string | undefined;
  /**
   * Prints a page.
   * @param html
   *   Path of the page.
   * @param pdf
   *   Path to write to.
   * @param browser
   *   Path of the browser that it should use, if it uses one.
   */
  print(html: string, pdf: string, browser: string): Promise<void>;
}

const pagedjs = fileURLToPath(new URL("../../node_modules/pagedjs-cli/", import.meta.url));

/** Other ways from a page to pages, each with the flags that make its PDF most accessible. */
export const peers: readonly Peer[] = [
  {
    name: "pagedjs-cli",
    manner: "with bookmarks",
    version: () => JSON.parse(readFileSync(path.join(pagedjs, "package.json"), "utf8")).version,
    print: (html, pdf, browser) =>
      execute(
        process.execPath,
        [
          ...[path.join(pagedjs, "src/cli.js"), html, "-o", pdf],
          ...["--outline-tags", "h1,h2,h3", "--browserArgs", "--no-sandbox"],
        ],
        { PUPPETEER_EXECUTABLE_PATH: browser },
      ),
  },
  {
    name: "Vivliostyle CLI",
    manner: "as it comes",
    version: () => /cli: (\S+)/.exec(said("vivliostyle", ["--version"]) ?? "")?.[1],
    print: (html, pdf, browser) =>
      execute("vivliostyle", [
        ...["build", html, "-o", pdf, "--single-doc", "--executable-browser", browser],
      ]),
  },
  {
    name: "WeasyPrint",
    manner: "`--pdf-variant pdf/ua-1`",
    version: () => /(\d\S*)\s*$/.exec(said("weasyprint", ["--version"]) ?? "")?.[1],
    print: (html, pdf) =>
      execute("weasyprint", ["--quiet", "--pdf-variant", "pdf/ua-1", html, pdf]),
  },
];

function said(command: string, words: string[]): string | undefined {
  try {
    return execFileSync(command, words, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return undefined;
  }
}
