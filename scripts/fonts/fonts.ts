import type { FaceRule, TypeSetting } from "../types.ts";
import { type Assignment, assign, type Candidate } from "./assign.ts";
import { chainOf } from "./chain.ts";
import { codePoint } from "./code-point.ts";
import type { FaceRow } from "./faces/face.ts";
import { type FaceName, type FaceRole, faces, roles } from "./faces.ts";
import { ruleText } from "./rule-text.ts";
import { scriptOf } from "./script.ts";
import { type FaceStyle, setFace } from "./set-face.ts";
import { sizeBeside } from "./size.ts";
import { selectorsOf, spellings } from "./spellings.ts";
import type { Embed, Keep } from "./subset.ts";
import { packageFor } from "./wanted.ts";
import { wholeOf } from "./whole.ts";

/** What is to be set, and in what. */
export interface TypeRequest {
  /** Every character that will be printed, generated words included. */
  text: string;
  /** BCP 47 tag. */
  language: string;
  /** Face of the text. */
  face: FaceRole;
  /** Face of headings, page margins and tables; `sans` unless said otherwise, as the style sheets have it. */
  display?: FaceRole | undefined;
  /** What of it is code, to be set in letters of one width. */
  code?: string | undefined;
  /** Font format of the embedded fonts. */
  embed: Embed;
  /**
   * Give rules for a press and embed nothing: TrueType, book faces whole, so that all texts share one font,
   * which the press reads and the disk holds only once.
   */
  press?: boolean | undefined;
  /** Where whole book faces are kept for other runs. */
  keep?: Keep | undefined;
}

// Always there, so that what a style sheet adds (folios, quotation marks, an inserted hyphen) finds a glyph,
// and so that works in one language mostly ask for the same subset.
const standing = `${String.fromCodePoint(...Array.from({ length: 95 }, (_, index) => 32 + index))}\u00a0‐–—‘’“”…•`;
const styles: readonly FaceStyle[] = [
  { style: "normal", weight: 400 },
  { style: "italic", weight: 400 },
  { style: "normal", weight: 700 },
  { style: "italic", weight: 700 },
];
const mediaTypes = { truetype: "ttf", woff: "woff" } as const satisfies Record<Embed, string>;

/**
 * Chooses faces for a text, cuts them down to its characters and writes the rules that embed them.
 * @param request
 *   The text and its faces.
 * @returns
 *   CSS, the families it defines, the fonts a PDF may hold, and the characters that no face has.
 */
export async function setType(request: TypeRequest): Promise<TypeSetting> {
  const wanted = [...new Set([request.face, request.display ?? "sans"])];
  const assigned = await Promise.all(wanted.map((role) => assignRole(role, request)));
  const [text, display] = assigned as [RoleAssignment, RoleAssignment?];
  // Most scripts have one main face for both, and it needn't be in the page, nor in the PDF, twice.
  const alike = display?.served[0]?.name === text.served[0]?.name;
  const code = request.code ? [await assignRole("mono", { ...request, text: request.code })] : [];
  const kept = [...(alike ? [text] : assigned), ...code];
  const settings = await Promise.all(kept.map((one) => setRole(one, request)));
  const family = roles[request.face].family;
  const alias = alike ? [`:root:root{--display--family:"${family}"}`] : [];
  const uncovered = new Set(assigned.flatMap((one) => one.uncovered));
  const script = scriptOf(request.language, request.text);
  const media = `data:font/${mediaTypes[request.embed]};base64,`;
  const rules = settings
    .flatMap((setting) => setting.rules)
    .map((rule) => ruleText(rule, media + rule.data));
  return {
    css: [...rules, ...alias].join("\n"),
    pressRules: settings.flatMap((setting) => setting.pressRules),
    alias: alias.join("\n"),
    families: kept.map(({ role }) => roles[role].family),
    fonts: [...new Set(settings.flatMap((setting) => setting.fonts))],
    uncovered: [...uncovered].map((character) => ({
      character,
      codePoint: codePoint(character),
      package: packageFor(character, script, request.face),
    })),
  };
}

interface RoleAssignment extends Assignment<FaceName> {
  role: FaceRole;
  chain: readonly Candidate<FaceName>[];
}

async function assignRole(role: FaceRole, request: TypeRequest): Promise<RoleAssignment> {
  const chain = await chainOf(role, request.language, request.text + standing);
  return { role, chain, ...assign(request.text, chain, standing) };
}

async function setRole(
  { role, chain, served }: RoleAssignment,
  request: TypeRequest,
): Promise<{ rules: FaceRule[]; pressRules: FaceRule[]; fonts: string[] }> {
  const [main] = served;
  const row: FaceRow | undefined = main && faces[main.name];
  // Where the main face has no italics none is declared: the browser then sets italics in the upright cut, and
  // the same bytes needn't be there twice.
  const wanted = row?.cuts.some((cut) => cut.style === "italic")
    ? styles
    : styles.filter(({ style }) => style === "normal");
  const shares = served.map(({ name, characters }, index) => {
    const points = chain.find((one) => one.name === name)?.points ?? new Set<number>();
    const asked = new Set([...characters, ...extras(name, characters, request)]);
    // Spaces are no clusters.
    if (index === 0) for (const character of standing) asked.add(character);
    const present = new Set([...asked].filter((one) => points.has(one.codePointAt(0) as number)));
    const whole = index === 0 && (faces[name] as FaceRow).features === "book";
    const shared = whole ? wholeOf(name, points) : present;
    const keep = whole ? request.keep : undefined;
    return { name, present, shared, keep, ranged: index > 0 };
  });
  const rulesOf = async (of: "present" | "shared", embed: Embed) => {
    const rules = await Promise.all(
      shares.map((share) => {
        const adjust = main && share.ranged ? sizeBeside(share.name, main.name) : undefined;
        const keep = of === "shared" ? share.keep : undefined;
        return setFace(role, { ...share, characters: share[of], adjust, keep }, wanted, embed);
      }),
    );
    // Of two rules for one style the later is asked first, so the main face comes last.
    return rules.flat().reverse();
  };
  return {
    rules: request.press ? [] : await rulesOf("present", request.embed),
    pressRules: request.press ? await rulesOf("shared", "truetype") : [],
    fonts: shares.flatMap(({ name }) => (faces[name] as FaceRow).cuts.map((cut) => cut.name)),
  };
}

function extras(
  name: FaceName,
  characters: ReadonlySet<string>,
  { text, language }: TypeRequest,
): string[] {
  const row: FaceRow = faces[name];
  return row.features === "book"
    ? capitals(characters, language)
    : [...spellings(characters), ...selectorsOf(text)];
}

// A style sheet may set words in capitals.
function capitals(characters: ReadonlySet<string>, language: string): string[] {
  return [...[...characters].join("\n").toLocaleUpperCase(language)];
}
