import { seeded } from "./random.ts";

type Random = () => number;

const words = "alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima".split(
  " ",
);
const signs = ["¹", "²", "³", "*", "†", "**", "[1]", "[^a]", "[^*b]", "[^c]"];

/**
 * A manuscript in which Markdown, HTML and notes typed by hand are mixed as no person would.
 * @param seed
 *   Any whole number; the same gives the same text.
 */
export function randomText(seed: number): string {
  const random = seeded(seed);
  const count = 2 + Math.floor(random() * 10);
  const parts = Array.from({ length: count }, () => pick(blocks, random)(random));
  return parts.map((part) => part + (random() < 0.85 ? "\n\n" : "\n")).join("");
}

const inlines: Array<(random: Random) => string> = [
  phrase,
  phrase,
  (random) => phrase(random) + pick(signs, random),
  (random) => phrase(random) + pick(signs, random),
  (random) => `*${phrase(random)}*`,
  (random) => `**${phrase(random)}**${pick(["", "¹", "*"], random)}`,
  (random) => `~~${phrase(random)}~~`,
  (random) => `\`${phrase(random)}\``,
  (random) => `[${inline(random)}](${pick(["#", "#alpha", "https://a.example/b_c*d"], random)})`,
  (random) => `[${phrase(random)}${pick(signs, random)}](https://a.example)`,
  (random) => pick(["https://a.example/b_c", "www.a.example", "a@b.example"], random),
  (random) => `![${phrase(random)}](a.png${pick(["", ' "Golf"'], random)})`,
  (random) => `<b>${phrase(random)}</b>`,
  (random) => `<span lang="fr">${phrase(random)}`,
  (random) => `:lang[${phrase(random)}]${pick(["{fr}", "{ fr }", "{}"], random)}`,
  (random) => `:abbr[${phrase(random)}]${pick(['{title="In full"}', "{title=full}", ""], random)}`,
  (random) => `"${phrase(random)}" 'x' -- y...`,
  (random) =>
    pick(["\\*", "\\[", "&amp;", "&lt;", "`", "</b>", "<br>", "_", "*", ":", "<"], random),
  (random) => `${phrase(random)}${pick(["  \n", "\\\n", "\n"], random)}${phrase(random)}`,
];

const blocks: Array<(random: Random) => string> = [
  paragraph,
  paragraph,
  paragraph,
  (random) => `${"#".repeat(1 + Math.floor(random() * 4))} ${inline(random)}`,
  (random) => `${phrase(random)}\n${pick(["===", "---"], random)}`,
  (random) => `- ${inline(random)}\n- ${inline(random)}\n  - ${inline(random)}`,
  (random) => `${pick(["1.", "2)", "7."], random)} ${inline(random)}\n\n   ${inline(random)}`,
  (random) => `- [x] ${inline(random)}\n- [ ] ${phrase(random)}`,
  (random) => `• ${inline(random)}\n• ${inline(random)}`,
  (random) => `> ${paragraph(random)}\n>\n> — ${phrase(random)}`,
  (random) => `| ${inline(random)} | b |\n| - | -: |\n| ${phrase(random)} | ${inline(random)} |`,
  (random) => `\`\`\`\n${phrase(random)} *b* ¹\n\`\`\``,
  (random) => `    ${phrase(random)} ${phrase(random)}`,
  (random) => `<div>${inline(random)}</div>`,
  (random) => `</div>${phrase(random)}`,
  (random) => `<p>${phrase(random)}\n${inline(random)}`,
  (random) => `<!-- ${phrase(random)} -->`,
  (random) => `:::keep\n${pick(blocks, random)(random)}\n:::`,
  (random) => `:::figure\n![a](a.png)\n\n${inline(random)}\n:::`,
  () => "::page-break",
  () => "---",
  (random) => pick(["Notes", "## Notes", "DRAFT*", "DRAFT - not for circulation"], random),
  (random) => `${pick(["¹", "²", "*", "†", "**", "[1] "], random)}${paragraph(random)}`,
  (random) =>
    `${pick(["¹", "²", "*", "†"], random)}${phrase(random)}\n${pick(["³", "‡"], random)}${phrase(random)}`,
  (random) => `[^${pick(["a", "*b", "c"], random)}]: ${paragraph(random)}`,
  (random) => `[^${pick(["a", "c"], random)}]: ${phrase(random)}\n\n    ${inline(random)}`,
];

function paragraph(random: Random): string {
  const count = 1 + Math.floor(random() * 4);
  return Array.from({ length: count }, () => inline(random)).join(
    pick([" ", " ", ". ", "\n"], random),
  );
}

function inline(random: Random): string {
  return pick(inlines, random)(random);
}

function phrase(random: Random): string {
  const count = 1 + Math.floor(random() * 3);
  return Array.from({ length: count }, () => pick(words, random)).join(" ");
}

function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)] as T;
}
