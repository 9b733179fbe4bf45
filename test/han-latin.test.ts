import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { findGaps } from "../scripts/finish/tags/match/gaps.ts";
import type { Matched } from "../scripts/finish/tags/match/match.ts";
import { Run } from "../scripts/finish/tags/runs/run.ts";
import { closeBoxes, setText } from "./support/boxes.ts";
import { needing } from "./support/programs.ts";
import { readers } from "./support/readers.ts";
import { openSetter } from "./support/set-text.ts";

const test = suite("han-latin");
const setter = openSetter();
test.after(async () => {
  await setter.close();
  await closeBoxes();
});

// Enough for lines that are filled, where letters of Han stand apart as well.
const texts: Readonly<Record<string, string>> = {
  "zh-Hans":
    "我们用PDF文件和HTML5标准，2026年11月24日共有30人参加第2次会议，由Anna主持，Bob记录，每周3次，每次2小时，在B座12层开会，自带A4纸。",
  "zh-Hant": "我們用PDF檔案和HTML5標準，2026年11月24日共有30人參加第2次會議，由Anna主持，Bob記錄。",
  ja: "今日はPDFファイルとHTML5規格を使って、2026年11月24日に30人が第2回の会議に参加します。カタカナABCひらがなXYZ漢字。",
};

test("should set Han and Latin an eighth apart, and Hangul as it is typed", async () => {
  for (const [language, text, word, eighths] of [
    ["zh-Hans", "用用PDF。", "用", 1],
    ["zh-Hans", "PDF。PDF文", "PDF", 1],
    ["ja", "はは2", "は", 1],
    ["ko", "이이PDF를 함께", "이", 0],
    ["ko", "그러나 PDF PDF를 함께", "PDF", 0],
  ] as const) {
    const set = await setText(`## A\n\n${text}`, { language, title: "C", status: "final" });
    const [alone, beside] = (await set.each(word)).map(({ left, right }) => right - left);
    const size = Number.parseFloat(await set.style("main p:last-child", "font-size"));
    const share = ((beside as number) - (alone as number)) / size;
    assert.ok(Math.abs(share - eighths / 8) < 0.02, `${text}: ${share}`);
  }
});

test("should let the empty half of a sign hang over the end of its line", async () => {
  const text =
    "让你走要有理由，没有理由就要赔。干满一年赔一个月的工资，六个月以上不满一年的按一年算。让你当场写“自愿离职”的，千万不要写。可以说：“我回去想一想。”";
  const { printed } = await setter.set(`# 手册\n\n## 甲\n\n${text}\n`, {
    format: "leaflet",
    matter: { language: "zh-Hans" },
  });
  assert.equal(printed.faults, []);
});

needing(test, "pdftotext")("should give readers no space that nobody typed", async () => {
  const folder = await mkdtemp(join(tmpdir(), "handbill-han-"));
  try {
    for (const [language, text] of Object.entries(texts)) {
      const set = await setter.set(`# C\n\n${text}\n\n[W3C网站](https://example.org)的*Web*页`, {
        matter: { language },
      });
      assert.equal(set.faults, []);
      const file = join(folder, `${language}.pdf`);
      await writeFile(file, set.pdf);
      for (const { name, read } of readers) {
        // Only the ends of lines may part it.
        const lines = (await read(file)).replaceAll("\n", "");
        assert.ok(lines.includes(text), `${language}, ${name}: ${lines}`);
        assert.match(lines, /W3C网站的Web.*页/u, `${language}, ${name}`);
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test("should reach from Han to Latin, where no space is", () => {
  // Type of 10: 2.5 is a quarter.
  assert.equal(reaches(["用", "P", "文"], 12.5), [12.5, 12.5, undefined]);
  assert.equal(reaches(["用", "P"], 10), [undefined, undefined], "they touch");
  assert.equal(reaches(["a", "b"], 12.5), [undefined, undefined], "no Han");
  assert.equal(reaches(["用", " ", "b"], 12.5), [undefined, undefined, undefined], "a space");
  assert.equal(reaches(["用", "b"], 30), [undefined, undefined], "too far for a sentence");
});

/** How far runs of one letter each have to reach; each begins so far from the one before. */
function reaches(letters: readonly string[], step: number): (number | undefined)[] {
  const text = { key: 0, text: letters.join(""), page: 0, spots: [] };
  const runs = letters.map((hint, index): Matched => {
    const run = Object.assign(new Run(index, 0), { size: 10, left: index * step, said: hint });
    const own = { code: 1, width: 1, given: 1, measured: 0, hint };
    run.shown.push({ ...own, plain: true, blank: false });
    run.xs.push(0);
    run.ys.push(0);
    return { run, text, space: false, place: index };
  });
  findGaps([[text]], new Map([[text, runs]]));
  return runs.map(({ until }) => until);
}

test.run();
