import { dirname, join, posix, relative, sep } from "node:path";
import type { Element, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { EXIT, SKIP, visit } from "unist-util-visit";
import { copyMaker } from "./copy-makers.ts";
import { readDocument } from "./document/document.ts";
import { composeEdition } from "./document/edition.ts";
import { foreignTags } from "./document/foreign.ts";
import { toHtml } from "./document/html.ts";
import { stackLines } from "./finish/mark-lines.ts";
import { webMark } from "./finish/web-mark.ts";
import { type Finishing, openFinishing } from "./finishing.ts";
import { setType } from "./fonts/fonts.ts";
import { outlineWord } from "./fonts/outline.ts";
import { ruleText } from "./fonts/rule-text.ts";
import { findUncovered } from "./fonts/uncovered.ts";
import type { Finished, Pages, Press, Steps } from "./parts.ts";
import { pictureDrawer } from "./picture-png.ts";
import { BrowserError } from "./press/browser-error.ts";
import type { Press as Printer } from "./press/press.ts";
import { stylesheets } from "./styles.ts";
import { type FormatRow, formats, papers, type Sheet } from "./tables/formats.ts";
import { languageRow } from "./tables/languages.ts";
import { statuses } from "./tables/statuses.ts";
import { translations } from "./tables/translations.ts";
import { compareTranslation } from "./translation/compare.ts";
import type { Edition, Manuscript, Outline, Printed } from "./types.ts";
import { checkDocument } from "./words/ledger.ts";
import { type Keep, openKeep } from "./world/keep.ts";
import { readWithin } from "./world/within.ts";
import type { World } from "./world/world.ts";

/**
 * Ties the steps together as a build runs them.
 * @param world
 *   Where images come from, and which browser is wished for.
 * @param version
 *   Our version, for the files made.
 * @param printer
 *   A press opened before, to print with; whoever opened it closes it where no build comes to.
 */
export function realSteps(world: World, version: string, printer?: Printer): Steps {
  const finishing = openFinishing();
  const keep = keepOf(world.env);
  return {
    readDocument: (manuscript) => readDocument(manuscript, imagesOf(world, manuscript)),
    checkDocument,
    compareTranslation,
    setEdition: (edition) => setEdition(edition, keep),
    openPress: (jobs) => pressOf(finishing, printerOf(printer, jobs, world.env)),
    finishPdf: (printed, edition, pages, date) =>
      finish(printed, edition, pages, date, { version, finishing }),
    makeCopy: copyMaker(world),
    drawPicture: pictureDrawer(world.env),
  };
}

function imagesOf(world: World, { work, file }: Manuscript) {
  return {
    async read(path: string): Promise<Uint8Array> {
      const reading = await readWithin(world, work.folder, `${file.dirname}/${path}`);
      if ("bytes" in reading) return reading.bytes;
      throw Object.assign(new Error(reading.refused), { rule: reading.rule });
    },
  };
}

/** Where whole faces are kept, beside the browser; `undefined` where there is no room for that either. */
function keepOf(env: World["env"]): () => Promise<Keep | undefined> {
  let opened: Promise<Keep | undefined> | undefined;
  const open = async () => {
    const { cacheFolder } = await import("./press/cache-folder.ts");
    return openKeep(join(await cacheFolder(env), "faces"));
  };
  return () => {
    opened ??= open().catch(() => undefined);
    return opened;
  };
}

async function setEdition(edition: Edition, keep: () => Promise<Keep | undefined>): Promise<Pages> {
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
  const mark = await markOf(edition);
  if (mark) addMark(page, mark);
  // Which characters are printed decides the fonts.
  const { code, text } = textsOf(bodyOf(page));
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
function textsOf(node: Root | Element): { text: string; code: string } {
  const texts = { text: "", code: "" };
  visit(node, (one) => {
    if (one.type === "element" && isCode.test(one.tagName)) {
      texts.code += `${textOf(one)}\n`;
      return SKIP;
    }
    if (one.type === "text") texts.text += one.value;
    return undefined;
  });
  return texts;
}

const noFaces = /<style[^>]* data-faces[^>]*>(?=<\/style>)/;

/** Opens a press when it is asked for: driving a browser takes a program of its own, that a check has no use for. */
function printerOf(opened: Printer | undefined, jobs: number, env: World["env"]) {
  let printer = opened && Promise.resolve(opened);
  const open = async () => (await import("./press/press.ts")).openPress({ jobs, env });
  return { get: () => (printer ??= open()), opened: async () => printer };
}

function pressOf(finishing: Finishing, printer: ReturnType<typeof printerOf>): Press {
  return {
    async warm(editions) {
      finishing.start();
      await (await printer.get()).warm(editions);
    },
    async print(edition, { html, faces }) {
      const { format, sheet } = rowsOf(edition);
      try {
        return await (await printer.get()).print({ html, faces, format, sheet });
      } catch (error) {
        if (!(error instanceof BrowserError)) throw error;
        const fault = {
          rule: "browser",
          reason: error.message,
          note: "Give the path of an installed Chrome or Chromium as HANDBILL_BROWSER.",
        };
        return { pdf: new Uint8Array(), pages: [], words: 0, faults: [fault] };
      }
    },
    // What never opened cannot close; its printing has said so.
    close: async () => (await printer.opened())?.close().catch(() => undefined),
  };
}

async function finish(
  printed: Printed,
  edition: Edition,
  { fonts }: Pages,
  date: Date,
  { version, finishing }: { version: string; finishing: Finishing },
): Promise<Finished> {
  const { matter } = edition.document;
  const { format, language, sheet } = rowsOf(edition);
  const { logical } = printed;
  if (!logical) throw new Error("nothing was printed");
  const mark = await markOf(edition);
  const expected = {
    sheet,
    ...(mark && { mark }),
    title: matter.title || edition.document.manuscript.work.id,
    language: matter.language,
    numerals: language.row.numerals,
    ...(!edition.document.lacking && { claims: { ua: 1, archive: "2a" } as const }),
    logical,
  };
  const options = {
    ...expected,
    authors: [...matter.authors, ...matter.organisations],
    ...(matter.description !== undefined && { description: matter.description }),
    direction: language.row.direction,
    view: format.view,
    seconds: date.getTime() / 1000,
    version,
  };
  return finishing.finish({
    ...{ pdf: printed.pdf, options },
    expected: { ...expected, pages: printed.pages.length, fonts },
  });
}

/** The word for a marked status over the words for a marked translation. */
async function markOf({ document: { matter } }: Edition): Promise<Outline | undefined> {
  const { words } = languageRow(matter.language).row;
  const rows = [statuses[matter.status], matter.translation && translations[matter.translation]];
  const marked = rows.filter((row) => row?.marked === true);
  return stackLines(
    await Promise.all(marked.map(({ word }) => outlineWord(words[word], matter.language))),
  );
}

function rowsOf({ format: name, paper, document }: Edition) {
  const format: FormatRow = formats[name];
  // A screen has no sheet; what is made for one never asks.
  const sheet: Sheet = papers[paper][format.sheet ?? "page"];
  return { format, sheet, language: languageRow(document.matter.language) };
}

function addMark(page: Root, mark: Outline): void {
  bodyOf(page).children.unshift(webMark(mark));
}

/** The first only: a text may quote any element. */
function bodyOf(page: Root): Element {
  let body: Element | undefined;
  visit(page, { type: "element", tagName: "body" }, (node) => {
    body = node as Element;
    return EXIT;
  });
  return body as Element;
}
