import { type Column, isBeyond } from "./column/column.ts";
import { type Making, setReserve } from "./foot/settle.ts";

// A picture keeps this share of its size, and one in which words may be written, which must stay legible, that much.
const least = 0.6;
const leastWritten = 0.75;
// One that is as high as it is wide, and higher than this share of the column, is still large when it keeps this share.
const high = 0.35;
const leastHigh = 0.45;
// One lower than this share of the column leaves no hole worth it.
const lowest = 0.15;

/**
 * Makes the picture smaller at which a page would end with a hole as high as itself, if that makes it fit beside the
 * notes that its caption calls; pictures that stand side by side alike.
 * @param making
 *   The page, its foot settled.
 * @returns
 *   Whether the foot must be settled anew: other notes may be called.
 */
export function fitFigure(making: Making): boolean {
  const { column } = making;
  const figures = [...column.content.querySelectorAll<HTMLElement>("figure")];
  const figure = figures.find((one) => isBeyond(column, one));
  const images = [...(figure?.querySelectorAll("img") ?? [])];
  const heights = images.map((image) => image.getBoundingClientRect().height);
  const height = Math.max(0, ...heights);
  if (!figure || height === 0 || height < column.box.clientHeight * lowest) return false;
  const isCalling = figure.querySelector("a.noteref[href]") !== null;
  if (isCalling && !layNotes(making, figure)) return true;
  const low = height * leastOf(images, height > column.box.clientHeight * high);
  const fits = (value: number) => {
    for (const [index, image] of images.entries())
      limit(image, `${((heights[index] ?? 0) * value) / height}px`);
    return !isBeyond(column, figure);
  };
  for (const image of images) image.dataset.fitted = "";
  if (!fits(low)) {
    unfitFigures(figure);
    return isCalling;
  }
  if (!fits(Math.min(height, Math.floor(low + roomUnder(column, figure))))) fits(low);
  return true;
}

/** Lays the notes that are called up to the end of a figure; whether a page has so much room at its foot. */
function layNotes({ column, foot, page, reserve, most }: Making, figure: Element): boolean {
  const calls = [...column.content.querySelectorAll("a.noteref[href]")];
  const after = (call: Element) =>
    call.compareDocumentPosition(figure) & Node.DOCUMENT_POSITION_PRECEDING;
  const { whole } = foot.lay(calls.filter((call) => figure.contains(call) || !after(call)));
  if (whole > most) return false;
  setReserve(page, Math.max(whole, reserve));
  return true;
}

/** Share of their size that pictures of a figure keep at least. */
function leastOf(images: readonly HTMLImageElement[], isHigh: boolean): number {
  if (images.some(isWritten)) return leastWritten;
  const [first, ...others] = images;
  const isUpright = first && others.length === 0 && first.width <= first.height;
  return isHigh && isUpright ? leastHigh : least;
}

/** Limits the height of a picture, and in styles the width of one that stands beside others. */
function limit({ style }: HTMLElement, height: string): void {
  style.maxBlockSize = height;
  style.setProperty("--figure--block-limit", height);
}

function roomUnder({ box }: Column, figure: Element): number {
  return box.getBoundingClientRect().bottom - figure.getBoundingClientRect().bottom;
}

/** Whether words may be written in a picture: in drawings they can be read, and photographs have none. */
function isWritten({ src }: HTMLImageElement): boolean {
  const [, type, data] = /^data:image\/([^;,]*);base64,(.*)$/s.exec(src) ?? [];
  if (type === "jpeg") return false;
  if (type !== "svg+xml") return true;
  return /<(\w+:)?(text|image)\b/.test(atob(data ?? ""));
}

/**
 * Gives pictures their size back that a page left to the next.
 * @param content
 *   What the next page has to hold.
 */
export function unfitFigures(content: Element): void {
  for (const image of content.querySelectorAll<HTMLElement>("img[data-fitted]")) {
    delete image.dataset.fitted;
    limit(image, "");
  }
}
