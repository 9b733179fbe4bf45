import type { Structure } from "./structure.ts";

/**
 * Puts the caption of a table first, as it is set and as readers look for it (ISO 32000-1, table 337); HTML may have it
 * anywhere, and several.
 * @param table
 *   `Table`; changed in place.
 */
export function leadWithCaption(table: Structure): void {
  const isCaption = (kid: Structure["kids"][number]): kid is Structure =>
    "type" in kid && kid.type === "Caption";
  const captions = table.kids.filter(isCaption);
  const [first, ...more] = captions;
  if (!first) return;
  const whole: Structure =
    more.length === 0
      ? first
      : { type: "Caption", kids: captions.map((one) => ({ ...one, type: "P" })) };
  table.kids = [whole, ...table.kids.filter((kid) => !isCaption(kid))];
}
