import { dirname, posix, relative, sep } from "node:path";
import type { Element, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { EXIT, SKIP, visit } from "unist-util-visit";
import type { Pages } from "../build/parts.ts";
import { composeEdition } from "../document/edition/edition.ts";
import { foreignTags } from "../document/foreign.ts";
import { toHtml } from "../document/html.ts";
import { webMark } from "../finish/web-mark.ts";
import { setType } from "../fonts/fonts.ts";
import { ruleText } from "../fonts/rule-text.ts";
import { findUncovered } from "../fonts/uncovered.ts";
import { stylesheets } from "../styles/styles.ts";
import type { Edition } from "../types.ts";
import type { Keep } from "../world/keep.ts";
import { markOf } from "./mark.ts";
import { rowsOf } from "./rows.ts";

/**
 * Makes the page that an edition is printed from, or read on a screen.
 * @param edition
 *   What to make. Characters that no face has are complained about on its manuscript's file.
 * @param keep
 *   Where whole faces are kept between runs.
 * @returns
 *   HTML with its styles, and the faces it is set in.
 */
export async function setEdition(
  edition: Edition,
  keep: () => Promise<Keep | undefined>,
): Promise<Pages> {
  const { document } = edition;
  const { matter, manuscript } = document;
  const { format, language } = rowsOf(edition);
  const { row } = language;
  const foreign = foreignTags(document);
  const { status } = matter;
  const sheets = stylesheets(format, { ...edition, language: row, foreign, status, matter });
  const page = composeEdition(document, {
    format,
    language: row,
    styles: { ...sheets, faces: "" },
  });
  const body = bodyOf(page);
  const mark = await markOf(edition);
  if (mark) body.children.unshift(webMark(mark));
  // Which characters are printed decides the fonts.
  const { code, text } = textsOf(body);
  const type = await setType({
    text: text + sheets.characters,
    language: matter.language,
    face: format.face,
    display: "sans",
    code,
    embed: "woff",
    press: format.sheet !== undefined,
    keep: format.sheet && (await keep()),
  });
  findUncovered(manuscript.file, type.uncovered);
  const shared = relative(dirname(edition.output.html), edition.output.fonts);
  const rules = type.pressRules.map((rule) =>
    ruleText(rule, posix.join(...shared.split(sep), rule.file)),
  );
  // The press leaves the rules of the first out, but not what the second says of them.
  const alias = type.alias && `</style><style data-pagedjs-ignore="">${type.alias}`;
  const css = rules.length > 0 ? rules.join("\n") : type.css;
  const html = toHtml(page).replace(noFaces, (open) => `${open}${css}${alias}`);
  return { html, fonts: type.fonts, faces: type.pressRules };
}

const isCode = /^(?:code|kbd|pre|samp)$/;

/** Text of a page, and of it what is code: that is set in a face of its own. */
function textsOf(node: Element): { text: string; code: string } {
  const texts = { text: "", code: "" };
  visit(node, (one) => {
    if (one.type === "element" && isCode.test(one.tagName)) {
      texts.code += `${textOf(one)}\n`;
      return SKIP;
    }
    // No mark joins a letter over the border of an element.
    if (one.type === "text") texts.text += `${one.value}\n`;
    return undefined;
  });
  return texts;
}

const noFaces = /<style[^>]* data-faces[^>]*>(?=<\/style>)/;

/** The first only: a text may quote any element. */
function bodyOf(page: Root): Element {
  let body: Element | undefined;
  visit(page, { type: "element", tagName: "body" }, (node) => {
    body = node as Element;
    return EXIT;
  });
  return body as Element;
}
