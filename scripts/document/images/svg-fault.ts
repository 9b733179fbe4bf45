import type { RuleId } from "../../tables/rules.ts";
import { svgCost } from "./svg-cost.ts";
import { readSvg } from "./svg-tree.ts";

/** A rule that a drawing breaks, and how: a clause after “the image ...”. */
export interface SvgFault {
  rule: RuleId;
  reason: string;
}

/** Most elements drawn: more than a street map has, fewer than keep the browser busy for a minute. */
const mostElements = 250_000;

/**
 * What is wrong with a drawing: what it may not hold, what no browser reads, what takes too long to draw.
 * @param bytes
 *   An SVG.
 */
export function svgFault(bytes: Uint8Array): SvgFault | undefined {
  const text = decoded(bytes);
  const reason = text === undefined ? "is a drawing that isn't in UTF-8" : unsafePart(text);
  if (text === undefined || reason !== undefined)
    return { rule: "image-unsafe", reason: reason ?? "" };
  const reading = readSvg(text);
  if ("line" in reading)
    return {
      rule: "image-unreadable",
      reason: `is a drawing with a fault in its line ${reading.line}, so that no program can show it`,
    };
  if (svgCost(reading.root) <= mostElements) return undefined;
  return {
    rule: "image-unsafe",
    reason: `is a drawing that takes too long to draw: with what it repeats and filters it has more than ${mostElements} parts`,
  };
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * What an SVG may not hold. Addresses go by what is allowed, so that no spelling slips through: only places in
 * the same drawing and embedded pictures.
 */
function unsafePart(text: string): string | undefined {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return "is a drawing with a document type";
  if (/<\?(?!xml\s)/i.test(text)) return "is a drawing with processing instructions";
  if (/<(?:[\w-]+:)?(?:script|foreignObject|iframe|handler|set|animate\w*)\b/i.test(text))
    return "is a drawing with a script, a film or a foreign part";
  if (/\son\w+\s*=/i.test(text)) return "is a drawing with a script";
  const addresses = text.matchAll(/\b(?:href|src)\s*=\s*(["'])(.*?)\1/gis);
  const local = /^\s*(?:#|data:image\/(?:png|jpeg|gif|webp);base64,)/;
  for (const [, , address = ""] of addresses)
    if (!local.test(address)) return "is a drawing that loads another file";
  const styled = text.replace(
    /&#(?:x([\da-f]+)|(\d+));/gi,
    (_whole, hex?: string, decimal?: string) => letter(Number(decimal ?? `0x${hex}`)),
  );
  for (const [, address = ""] of styled.matchAll(/url\(\s*["']?([^)]*)/gi))
    if (!local.test(address)) return "is a drawing that loads another file";
  if (/@import|\\[\da-f]|\b(?:image|image-set|src)\(\s*["']/i.test(styled))
    return "is a drawing that loads another file";
  return undefined;
}

/** What a reference by number stands for; nothing where it stands for none. */
function letter(code: number): string {
  return code <= 0x10_ffff ? String.fromCodePoint(code) : "";
}
