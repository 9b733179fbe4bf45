import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Box, closeBoxes, setText } from "./support/boxes.ts";

const test = suite("press: ladders");
test.after(closeBoxes);

// Long words, so that many lines have to end in a hyphen.
const words = [
  ..."ihmisoikeuksien loukkaamattomuudesta julistuksessa tunnustetaan perusoikeuksien yleismaailmallinen".split(
    " ",
  ),
  ..."kunnioittaminen kansainvälisten järjestöjen toimenpiteiden vaikutuksesta jäsenvaltioiden keskuudessa".split(
    " ",
  ),
];
const text = Array.from(
  { length: 6 },
  (_, part) =>
    `${Array.from({ length: 60 }, (_, at) => words[(at * 7 + part * 3) % words.length]).join(" ")}.`,
).join("\n\n");

for (const format of ["booklet", "leaflet", "poster"] as const)
  test(`should end no more than two lines in a row in a hyphen, in a ${format}`, async () => {
    const set = await setText(text, { language: "fi", title: "C", status: "final" }, format);
    // Those at which no line ends are gone.
    const ends = await set.each("\u00AD");
    assert.ok(ends.length > 10, `${ends.length} hyphens`);
    const steps = ends.map(({ page, top }, index) => {
      const before = ends[index - 1];
      return before?.page === page && top > before.top
        ? top - before.top
        : Number.POSITIVE_INFINITY;
    });
    const pitch = Math.min(...steps);
    let [rungs, most] = [1, 1];
    for (const step of steps) {
      rungs = step < pitch * 1.5 ? rungs + 1 : 1;
      most = Math.max(most, rungs);
    }
    assert.is(most, 2);
  });

test("should leave cells of a table in a list the hyphens that let it fit", async () => {
  const cell = (part: number) =>
    Array.from({ length: 6 }, (_, at) => words[(at * 7 + part * 3) % words.length]).join(" ");
  const row = (part: number) => `| ${[1, 2, 3, 4, 5].map((n) => cell(n + part)).join(" | ")} |`;
  const table = [row(0), "| - | - | - | - | - |", row(4), row(8)].join("\n  ");
  for (const format of ["booklet", "large-print"] as const) {
    const matter = { language: "fi", title: "C", status: "final" } as const;
    const set = await setText(`- Yksi\n\n  ${table}\n`, matter, format);
    const width = ({ left, right }: Box) => right - left;
    const room = (await set.boxes("li p")).map(width)[0] ?? 0;
    for (const table of (await set.boxes("table")).map(width)) assert.ok(table < room + 1);
  }
});

test.run();
