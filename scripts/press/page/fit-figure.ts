import { type Column, isBeyond } from "./column.ts";

// A picture keeps this share of its size, and one in which words may be written, which must stay legible, that much.
const least = 0.6;
const leastWritten = 0.75;
// One lower than this share of the column leaves no hole worth it.
const lowest = 0.15;

/**
 * Makes the picture smaller at which a page would end with a hole as high as itself, if that makes it fit.
 * One whose caption calls notes is left: they would need room too.
 * @param column
 *   A column that has been laid out, as high as the notes of its text leave it.
 * @returns
 *   Whether it did; more text may then call notes.
 */
export function fitFigure(column: Column): boolean {
  const figures = [...column.content.querySelectorAll<HTMLElement>("figure")];
  const figure = figures.find((one) => isBeyond(column, one));
  const images = figure?.querySelectorAll("img") ?? [];
  const [image] = images;
  if (!figure || !image || images.length > 1 || figure.querySelector("a.noteref")) return false;
  const { height } = image.getBoundingClientRect();
  if (height < column.box.clientHeight * lowest) return false;
  const low = height * (isWritten(image) ? leastWritten : least);
  const fits = (value: number) => {
    image.style.maxBlockSize = `${value}px`;
    return !isBeyond(column, figure);
  };
  if (!fits(low)) {
    image.style.maxBlockSize = "";
    return false;
  }
  image.dataset.fitted = "";
  const { bottom } = column.box.getBoundingClientRect();
  const room = bottom - figure.getBoundingClientRect().bottom;
  if (!fits(Math.min(height, Math.floor(low + room)))) fits(low);
  return true;
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
    image.style.maxBlockSize = "";
  }
}
