import { PDFDict, PDFName } from "@cantoo/pdf-lib";
import { kindsOf } from "./check-transparency.ts";
import { type Finding, find } from "./finding.ts";
import { spaceOf } from "./ink.ts";
import type { Inspected, InspectedPage } from "./inspected.ts";

/**
 * Looks at each page's boxes, and at the colours in which its transparent parts are mixed.
 * @param inspected
 *   A file that says it is PDF/X-4.
 * @returns
 *   Findings `x4-boxes` and `x4-blending`.
 */
export function checkX4Pages({ pages, intent }: Inspected): Finding[] {
  return pages.flatMap((page) => [...checkBoxes(page), ...checkBlending(page, intent)]);
}

function checkBoxes(page: InspectedPage): Finding[] {
  const [trim, art] = ["TrimBox", "ArtBox"].map((name) => page.boxes.given.has(name));
  if (trim !== art) return [];
  const found = trim ? "both a TrimBox and an ArtBox" : "neither a TrimBox nor an ArtBox";
  return [find("x4-boxes", { found }, { page })];
}

// Without a space of its own the page's group mixes in the output intent's.
function checkBlending(page: InspectedPage, intent: Inspected["intent"]): Finding[] {
  const group = page.page.node.lookup(PDFName.of("Group"));
  const space = group instanceof PDFDict ? group.lookup(PDFName.of("CS")) : undefined;
  if (space === undefined || intent === undefined) return [];
  if (!page.paints.some((paint) => kindsOf(paint).length > 0)) return [];
  const { family } = spaceOf(space, page.page.node.Resources());
  return family === intent ? [] : [find("x4-blending", { space: family, intent }, { page })];
}
