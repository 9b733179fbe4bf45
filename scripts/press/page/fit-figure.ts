import { type Column, isBeyond } from "./column.ts";

// A picture may lose this much of its size: what is written in it must stay legible.
const least = 0.75;
// One lower than this share of the column leaves no hole worth it.
const low = 0.15;

/**
 * Makes the picture a little smaller at which a page would end with a hole as high as itself, if that makes it fit.
 * One whose caption calls notes is left: they would need room too.
 * @param column
 *   A column that has been laid out, as high as the notes of its text leave it.
 * @returns
 *   Whether it did; more text may then call notes.
 */
export function fitFigure(column: Column): boolean {
  const figures = [...column.content.querySelectorAll<HTMLElement>("figure")];
  const figure = figures.find((one) => isBeyond(column, one));
  const images = figure?.querySelectorAll<HTMLElement>("img") ?? [];
  const [image] = images;
  if (!figure || !image || images.length > 1 || figure.querySelector("a.noteref")) return false;
  const { height } = image.getBoundingClientRect();
  if (height < column.box.clientHeight * low) return false;
  const fits = (value: number) => {
    image.style.maxBlockSize = `${value}px`;
    return !isBeyond(column, figure);
  };
  if (!fits(height * least)) {
    image.style.maxBlockSize = "";
    return false;
  }
  image.dataset.fitted = "";
  const { bottom } = column.box.getBoundingClientRect();
  const room = bottom - figure.getBoundingClientRect().bottom;
  if (!fits(Math.min(height, Math.floor(height * least + room)))) fits(height * least);
  return true;
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
