import type { PhrasingContent, Root, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import { type Bullet, type Item, itemList } from "../typed/item-list.ts";
import { joinLines, type Line, linesOf } from "../typed/lines.ts";
import { paragraphOf } from "../typed/paragraph-of.ts";
import { type Source, sourceOf } from "../typed/source.ts";
import { typedOf } from "../typed/typed.ts";

// U+F0B7 is the bullet of Word's Symbol font.
// Two of a kind stand for a name that is not told, as in Korean.
const strong = /^[\s\u00A0]*([•●▪‣◦○■➢❖►➤⁃\uF0B7])(?!\1)[\s\u00A0]*(?=\S)/u;
// These also begin a line of dialogue or a source, so one alone is no list; of the longest dash see `isListed`.
const weak = /^[\s\u00A0]*(?:([·–—])[\s\u00A0]+|(・)\s*)(?=\S)/u;
// Word's bullets of the second level and the third, in other fonts than text is in; a tab, or as many spaces, tells them from
// a letter.
const letters = /^[\s\u00A0]*([o§])(?:\t|[\u00A0 ]*\u00A0[\u00A0 ]+| {2,})[\s\u00A0]*(?=[^\s\d])/u;
/** Bullets that may stand below others. */
const lower = new Set(["o", "§", "◦", "▪", "○", "■", "➢"]);

/**
 * Turns lines that begin with a typed bullet (`•`, and `·` or `–` where there are several) into list items.
 * @returns
 *   Transform; the bullets are in `file.data.typed.removed`.
 */
export function remarkTypedBullets() {
  return (tree: Root, file: VFile): undefined => {
    const source = sourceOf(String(file));
    const read = tree.children.map((node) => readBlock(node, source));
    const children: RootContent[] = [];
    const items: Item[] = [];

    for (let index = 0; index < read.length; ) {
      const run = runFrom(read, index);
      const found = run.flatMap((block) => block.items);
      const [first] = found;
      const intro = read[index]?.intro ?? [];
      const isList = found.length > 1 ? isListed(found) : first && isStrong(first.bullet);
      if (isList) {
        if (intro.length > 0) children.push(paragraphOf(intro));
        children.push(itemList(found));
        items.push(...found);
        index += run.length;
      } else children.push(...tree.children.slice(index, ++index));
    }
    if (items.length > 0) report(file, items);
    tree.children = children;
  };
}

function isStrong({ sign }: Bullet): boolean {
  return strong.test(`${sign} a`);
}

/**
 * Whether items are a list: what begins with long dashes may be spoken. A list goes on in its sentence, with small letters or
 * to a semicolon at the end of each item but the last.
 */
function isListed(items: readonly Item[]): boolean {
  if (items[0]?.bullet.sign !== "—") return true;
  const texts = items.map(({ content }) => textOf({ type: "paragraph", children: content }).trim());
  return (
    texts.every((text) => /^\p{Ll}/u.test(text)) ||
    texts.slice(0, -1).every((text) => text.endsWith(";"))
  );
}

function report(file: VFile, items: readonly Item[]): void {
  const bullets = items.map(({ bullet }) => bullet);
  typedOf(file).removed.push(...bullets.map(({ sign, place }) => ({ text: sign, place })));
  const what = `${items.length} list ${items.length > 1 ? "items" : "item"} typed with ${bullets[0]?.sign}`;
  complain(file, "typed-bullets", bullets[0]?.place, `Recognised ${what}`);
}

interface Block {
  intro: PhrasingContent[];
  items: Item[];
}

function readBlock(node: RootContent, source: Source): Block {
  const intro: Line[] = [];
  const items: Array<{ bullet: Bullet; lines: Line[] }> = [];
  for (const line of node.type === "paragraph" ? linesOf(node.children, source) : []) {
    const bullet = bulletOf(line);
    const last = items.at(-1);
    const known = !last || items.some((item) => item.bullet.sign === bullet?.sign);
    if (bullet && (known || lower.has(bullet.sign))) items.push({ bullet, lines: [line] });
    else (last?.lines ?? intro).push(line);
  }
  const content = ({ bullet, lines }: (typeof items)[number]) => ({
    bullet,
    content: withoutBullet(joinLines(lines), bullet, source),
  });
  return { intro: joinLines(intro), items: items.map(content) };
}

// A block with bullets, and the blocks after it that are nothing but items with the same one.
function runFrom(blocks: readonly Block[], from: number): Block[] {
  const signs = new Set(blocks[from]?.items.map(({ bullet }) => bullet.sign));
  const rest = blocks.slice(from + 1);
  const end = rest.findIndex(({ intro, items: [first] }) => {
    const goesOn = first && (signs.has(first.bullet.sign) || lower.has(first.bullet.sign));
    return intro.length > 0 || !goesOn || signs.size === 0;
  });
  return blocks.slice(from, end < 0 ? undefined : from + 1 + end);
}

function bulletOf(line: Line): Bullet | undefined {
  const [first] = line.children;
  if (first?.type !== "text") return undefined;
  // The bullet may be all of the text, before emphasis or a link.
  const probe = line.children.length > 1 ? `${first.value}\uFFFC` : first.value;
  const match = strong.exec(probe) ?? weak.exec(probe) ?? letters.exec(probe);
  const sign = match?.[1] ?? match?.[2];
  // A line of several is none of a list.
  if (!match || !sign || new RegExp(`\\s{2}${sign}\\s`, "u").test(probe.slice(match[0].length)))
    return undefined;
  return { sign, length: match[0].length, place: first.position?.start };
}

function withoutBullet(content: PhrasingContent[], bullet: Bullet, source: Source) {
  const [first, ...rest] = content;
  if (first?.type !== "text") return content;
  const value = first.value.slice(bullet.length);
  const position = first.position && {
    start: source.after(first.position.start, bullet.length),
    end: first.position.end,
  };
  return value ? [{ ...first, value, ...(position && { position }) }, ...rest] : rest;
}
