import { blank, classAt, hyphens, softHyphen } from "../runs/characters.ts";
import type { Glyph } from "../runs/run.ts";
import { invisible, mirrorOf } from "../runs/true-hints.ts";
import type { ShownText } from "./follow.ts";
import { passBlanks } from "./pieces.ts";

/** What a glyph stands for, and the part of the text that it takes. */
export interface Said {
  text: string;
  from: number;
  to: number;
}

/**
 * Fits a glyph to what the text says next.
 * @param shown
 *   The glyphs and the text.
 * @param index
 *   Which glyph.
 * @param at
 *   Where the glyph before ends in the text.
 * @returns
 *   `undefined` where the text goes on otherwise than the font says.
 */
export function fitGlyph(shown: ShownText, index: number, at: number): Said | undefined {
  const { hint } = shown.glyphs[index] as Glyph;
  if (hint === invisible) return fitNothing(shown.text, at);
  // A space may be a joiner in truth: both look alike.
  return blank.test(hint) ? fitSpace(shown, index, at) : fitLetter(shown, index, at);
}

/** A glyph that takes no room stands for a joiner, for a space of no width, or for nothing that is read. */
function fitNothing(text: string, from: number): Said {
  const kind = from < text.length ? classAt(text, from) : "letter";
  if (kind === "space") return { text: " ", from, to: passBlanks(text, from) };
  const joins = kind === "joiner";
  return { text: joins ? (text[from] as string) : "", from, to: joins ? from + 1 : from };
}

/** White space is shown by one glyph; where several follow each other, each shows its own. */
function fitSpace({ glyphs, text, ends }: ShownText, index: number, at: number): Said | undefined {
  const from = passIgnorable(text, at);
  const kind = from < text.length ? classAt(text, from) : "letter";
  if (kind === "joiner") return { text: text[from] as string, from, to: from + 1 };
  // At the end of a line Chromium shows what takes no room as a space that does.
  if (kind !== "space") return from > at ? { text: "", from: at, to: from } : undefined;
  const more = blank.test(glyphs[index + 1]?.hint ?? "");
  const to = more ? from + 1 : passBlanks(text, from + 1, ends);
  return { text: (glyphs[index] as Glyph).hint, from, to };
}

function fitLetter(shown: ShownText, index: number, at: number): Said | undefined {
  const { text } = shown;
  const { hint } = shown.glyphs[index] as Glyph;
  if (hint !== "" && text.startsWith(hint, at))
    return { text: hint, from: at, to: at + hint.length };
  const from = passIgnorable(text, at);
  if (hyphens.includes(hint) && text.slice(at, from).includes(softHyphen))
    return { text: softHyphen, from: at, to: from };
  // Some fonts say the wrong one of two brackets where they turn them; a text may spell a letter and its mark apart.
  const likely = [hint, mirrorOf(hint), hint.normalize("NFD")].find(
    (one) => one !== "" && text.startsWith(one, from),
  );
  const said = likely ?? repair(shown, index, from);
  return said === undefined ? undefined : { text: said, from, to: from + said.length };
}

/** What a glyph of which the font says something else stands for: the next must fit again. */
function repair({ glyphs, text }: ShownText, index: number, at: number): string | undefined {
  const { hint } = glyphs[index] as Glyph;
  const plain = hint.normalize("NFKC");
  if (plain !== hint && text.startsWith(plain, at)) return plain;
  // A ligature stands for more than one.
  if (hint === "" || [...hint].length > 1) return undefined;
  if (at >= text.length || classAt(text, at) !== "letter") return undefined;
  const character = String.fromCodePoint(text.codePointAt(at) as number);
  const place = at + character.length;
  const after = glyphs[index + 1]?.hint;
  if (after === undefined || blank.test(after))
    return place >= text.length || classAt(text, place) === "space" ? character : undefined;
  if (after === "") return undefined;
  const fits = [after, after.normalize("NFKC")].some((one) => text.startsWith(one, place));
  return fits ? character : undefined;
}

function passIgnorable(text: string, from: number): number {
  let at = from;
  while (at < text.length && classAt(text, at) === "ignorable") at++;
  return at;
}
