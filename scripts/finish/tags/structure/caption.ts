import type { Structure } from "./structure-element.ts";

/**
 * Puts the caption of a table first, as it is set and as readers look for it (ISO 32000-1, table 337); HTML may have it
 * anywhere, and several.
 * @param table
 *   `Table`; changed in place.
 */
export function leadWithCaption(table: Structure): void {
  const captions = table.kids.filter(isCaption);
  const [first, ...more] = captions;
  if (!first) return;
  const whole: Structure =
    more.length === 0
      ? first
      : { type: "Caption", kids: captions.map((one) => ({ ...one, type: "P" })) };
  table.kids = [whole, ...table.kids.filter((kid) => !isCaption(kid))];
}

/**
 * Gives the caption of a figure that is one table to the table, first or last in it as it is set.
 * @param figure
 *   `Sect`; changed in place.
 */
export function captionTable(figure: Structure): void {
  const [first, last] = figure.kids;
  if (figure.kids.length !== 2 || !first || !last) return;
  if (isCaption(first) && isTable(last)) last.kids.unshift(first);
  else if (isTable(first) && isCaption(last) && !first.kids.some(isCaption)) first.kids.push(last);
  else return;
  figure.kids = figure.kids.filter((kid) => !isCaption(kid));
}

type Kid = Structure["kids"][number];

function isCaption(kid: Kid): kid is Structure {
  return "type" in kid && kid.type === "Caption";
}

function isTable(kid: Kid): kid is Structure {
  return "type" in kid && kid.type === "Table";
}
