import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { makeDeclarations } from "../support/make-editions.ts";
import { readEdition } from "../support/read-edition.ts";
import { chrome, readers } from "../support/readers.ts";
import { type Failure, flavours, lackOfVeraPdf, validate } from "../support/verapdf.ts";
import { type Peer, peers } from "./peers.ts";

/** Ten languages, in scripts that readers stumble over in different ways. */
const codes = ["eng", "fra", "yor", "rus", "arb", "heb", "hin", "tha", "khm", "cmn_hans"];

const asked = [...readers, chrome];

/** A PDF, and the page it was made of. */
interface Printed {
  html: string;
  pdf: string;
}

/**
 * Compares what comes out of the PDFs of Handbill and its peers: whether veraPDF finds them sound, and how many words
 * each reader gets back. All print the same pages, booklets of declarations.
 * @param folder
 *   Folder to work in.
 * @param browser
 *   Path of the browser for those that need one.
 * @returns
 *   Table in Markdown, with a row for each program; one that is not installed says so.
 */
export async function compareReading(folder: string, browser: string): Promise<string> {
  const ours = (await makeDeclarations(codes, folder)).map(({ file }) => ({
    html: file.replace(/pdf$/, "html"),
    pdf: file,
  }));
  const rows = [await rowOf("Handbill", "as it comes", ours)];
  for (const peer of peers) {
    const version = peer.version();
    const name = version ? `${peer.name} ${version}` : peer.name;
    const printed = version
      ? await printAll(peer, ours, path.join(folder, peer.name), browser)
      : [];
    rows.push(await rowOf(name, version ? peer.manner : "not installed", printed));
  }
  const names = asked.map(({ name }) => `% of words, ${name}`);
  const checks = ["broken PDF/UA-1", "broken PDF/A-2a"];
  const heads = ["engine", "manner", "files", "pages", ...checks, ...names];
  return [
    `Booklets of the declaration in ${codes.length} languages (${codes.join(", ")}):`,
    "",
    `| ${heads.join(" | ")} |`,
    `|${heads.map(() => "---|").join("")}`,
    ...rows,
  ].join("\n");
}

async function printAll(
  peer: Peer,
  pages: readonly Printed[],
  folder: string,
  browser: string,
): Promise<Printed[]> {
  await mkdir(folder, { recursive: true });
  const printed: Printed[] = [];
  for (const { html } of pages) {
    const pdf = path.join(folder, `${printed.length}.pdf`);
    await peer.print(html, pdf, browser);
    printed.push({ html, pdf });
  }
  return printed;
}

async function rowOf(name: string, manner: string, printed: readonly Printed[]): Promise<string> {
  const cells: (string | number)[] = [name, manner, printed.length];
  if (printed.length > 0) {
    cells.push(await countPages(printed), ...(await checksOf(printed)));
    cells.push(...(await sharesOf(printed)));
  }
  const count = 4 + flavours.length + asked.length;
  return `| ${Array.from({ length: count }, (_, index) => cells[index] ?? "").join(" | ")} |`;
}

async function countPages(printed: readonly Printed[]): Promise<number> {
  let pages = 0;
  for (const { pdf } of printed) {
    const document = await PDFDocument.load(await readFile(pdf), { updateMetadata: false });
    pages += document.getPageCount();
  }
  return pages;
}

/** Failed checks and the files that have any, for each profile. */
async function checksOf(printed: readonly Printed[]): Promise<string[]> {
  if (lackOfVeraPdf()) return flavours.map(() => "no veraPDF");
  const found = [...(await validate(printed.map(({ pdf }) => pdf))).values()];
  return flavours.map((flavour) => {
    const failures = found.map((list) => list.filter((one: Failure) => one.flavour === flavour));
    const count = failures.flat().reduce((sum, one) => sum + one.count, 0);
    const files = failures.filter((list) => list.length > 0).length;
    return files > 0 ? `${count} in ${files} files` : "0";
  });
}

/** Share of all words that each reader gave back, and the least of any one file. */
async function sharesOf(printed: readonly Printed[]): Promise<string[]> {
  const sums = new Map<string, { words: number; back: number; least: number }>();
  for (const { html, pdf } of printed) {
    for (const [name, { words, back }] of await readEdition(pdf, html, asked)) {
      const sum = sums.get(name) ?? { words: 0, back: 0, least: 1 };
      sums.set(name, {
        words: sum.words + words,
        back: sum.back + back,
        least: Math.min(sum.least, back / words),
      });
    }
  }
  return [...sums.values()].map(
    ({ words, back, least }) => `${percent(back / words)} (least ${percent(least)})`,
  );
}

function percent(share: number): string {
  return (Math.floor(share * 1000) / 10).toFixed(1);
}
