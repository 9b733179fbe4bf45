import type { Root, Text } from "mdast";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { remarkDateSpace } from "../scripts/document/plugins/remark-date-space.ts";
import { languageRow } from "../scripts/tables/languages.ts";

const test = suite("dates");

/** `~` stands for the space that no line ends at. */
const dates: Record<string, string> = {
  ar: "يوم 3~ديسمبر 2026",
  ca: "3~de~desembre, 3~d’octubre",
  de: "am 3.~Dezember 2026, 3.~Dez.",
  el: "3~Δεκεμβρίου στις 6~μ.μ.",
  es: "el 3~de~diciembre de 2026, 1º~de~mayo, a las 5~p.~m.",
  fa: "3~دسامبر",
  fi: "3.~joulukuuta",
  fr: "le 1er~mai, 3~déc. 2026",
  he: "ב-3~בדצמבר 2026",
  hi: "6~दिसंबर 2026",
  ht: "3~desanm 2026",
  hu: "december~3.",
  ko: "12월~3일",
  pl: "3~grudnia 2026",
  ru: "3~декабря",
  vi: "ngày 3~tháng~12 năm 2026",
  "zh-Hans": "2026年12月3日",
};

test("should keep a day with its month as each language writes them", () => {
  for (const [tag, date] of Object.entries(dates)) {
    assert.is(setIn(tag, date.replaceAll("~", " ")), date, tag);
  }
});

test("should keep them together in the language that HTML says, and behind it in the text's own", () => {
  const text = (value: string) => ({ type: "text" as const, value });
  const html = (value: string) => ({ type: "html" as const, value });
  const inline = [text("3 May "), html('<span lang="de">'), text("3. Mai"), html("</span>")];
  const [before, inside, part, after] = ["3 May, 3 de mayo", "3 de mayo", "3 de mayo", "3 May"].map(
    text,
  );
  const tree: Root = {
    type: "root",
    children: [
      ...[before as Text, html('<div class="keep"\n lang=es><p>'), inside as Text],
      ...[html("</p><br><section>"), part as Text, html("</section></div>"), after as Text],
      { type: "paragraph", children: inline },
    ],
  };
  remarkDateSpace({ row: languageRow("en").row })(tree);
  const found = [before, inside, part, after, inline[0], inline[2]].map((node) =>
    node?.value.replaceAll("\u00A0", "~"),
  );
  assert.equal(found, ["3~May, 3 de mayo", "3~de~mayo", "3~de~mayo", "3~May", "3~May ", "3.~Mai"]);
});

function setIn(tag: string, value: string): string {
  const text = { type: "text" as const, value };
  const tree: Root = { type: "root", children: [{ type: "paragraph", children: [text] }] };
  remarkDateSpace({ row: languageRow(tag).row })(tree);
  return text.value.replaceAll("\u00A0", "~");
}

test.run();
