import { suite } from "uvu";
import * as assert from "uvu/assert";
import { VFile } from "vfile";
import type { Made } from "../scripts/build/parts.ts";
import { report } from "../scripts/command/report.ts";
import { complain } from "../scripts/complaints/complain.ts";
import type { RuleId } from "../scripts/tables/rules.ts";

const test = suite("report");
const plain = { cwd: "/home", json: false, quiet: false };
const made: Made[] = [
  {
    work: "a",
    language: "en",
    format: "booklet",
    files: ["/home/dist/a.html", "/home/dist/a.pdf", "/home/dist/a.imposed.pdf"],
    pages: 2,
    copies: [
      { copy: "screen", file: "/home/dist/a.pdf", pages: 2 },
      { copy: "imposed", file: "/home/dist/a.imposed.pdf", sheets: 1 },
    ],
  },
  { work: "a", language: "en", format: "web", files: ["/home/dist/w.html"] },
];

test("should write a message as place, severity, reason, rule, and what to do under it", () => {
  const { messages } = report([fileWith("/home/b.md", "link-dead", 3, 7)], [], plain);
  assert.is(messages, "b.md:3:7 warning Alpha (link-dead)\n  Do bravo.\n");
});

test("should sort by file and place", () => {
  const files = [
    fileWith("/home/b.md", "link-dead", 1, 1),
    fileWith("/home/a.md", "link-dead", 10, 1),
    fileWith("/home/a.md", "link-dead", 9, 5),
    fileWith("/home/a.md", "link-dead", 9, 1),
  ];
  const places = report(files, [], plain).messages.match(/^\S+/gm);
  assert.equal(places, ["a.md:9:1", "a.md:9:5", "a.md:10:1", "b.md:1:1"]);
});

test("should point at the beginning of a file when no place is known", () => {
  const { messages } = report([fileWith("/home/b.md", "internal")], [], plain);
  assert.match(messages, /^b\.md:1:1 error /);
});

test("should name a second file as it names the first", () => {
  const one = fileWith("/home/b.md", "internal");
  const at = (path: string) => new VFile({ path });
  complain(
    one,
    "output-collision",
    undefined,
    "This text and /else/c(1).md would be alike",
    "See /home/a/b.md:2:1.",
  );
  const files = [one, at("/"), at("/home/a"), at("/home/a/b.md"), at("/else/c(1).md")];
  const { messages } = report(files, [], plain);
  assert.match(messages, "This text and ../else/c(1).md would be alike");
  assert.match(messages, "See a/b.md:2:1.\n");
});

test("should say of a stopped build what was found, and that it was stopped", () => {
  const files = [fileWith("/home/b.md", "internal")];
  const { exit, messages } = report(files, [], { ...plain, stopped: 130 });
  assert.is(exit, 130);
  assert.match(messages, "b.md:1:1 error");
  assert.is(report([], [], { ...plain, stopped: 130 }).summary, "Nothing was made\n");
  assert.is(report([], [], plain).summary, "Nothing to complain of\n");
});

test("should say what was made", () => {
  const { summary } = report([], made, plain);
  assert.is(
    summary,
    "  dist/a.pdf (2 pages)\n  dist/a.imposed.pdf (1 sheet)\n  dist/w.html\n2 editions made, 2 pages\n",
  );
  const rules = ["link-dead", "internal", "link-target", "typed-notes"] as const;
  const files = rules.map((rule) => fileWith("/home/b.md", rule));
  assert.is(report(files, [], plain).summary, "1 error, 2 warnings\n");
  assert.is(report([], [], plain).summary, "Nothing to complain of\n");
});

test("should keep to what a person has to act on when quiet", () => {
  const files = [fileWith("/home/a.md", "typed-notes"), fileWith("/home/b.md", "link-dead")];
  const { messages, summary } = report(files, made, { ...plain, quiet: true });
  assert.match(messages, /^b\.md/);
  assert.not.match(messages, /a\.md/);
  assert.is(summary, "");
});

test("should write JSON for programs", () => {
  const files = [fileWith("/home/b.md", "path-outside", 2, 1)];
  const { messages, summary } = report(files, made, { ...plain, json: true });
  assert.is(messages, "");
  assert.equal(JSON.parse(summary), {
    exit: 3,
    made: [
      {
        work: "a",
        language: "en",
        format: "booklet",
        files: ["dist/a.html", "dist/a.pdf", "dist/a.imposed.pdf"],
        pages: 2,
        copies: [
          { copy: "screen", file: "dist/a.pdf", pages: 2 },
          { copy: "imposed", file: "dist/a.imposed.pdf", sheets: 1 },
        ],
      },
      { work: "a", language: "en", format: "web", files: ["dist/w.html"] },
    ],
    messages: [
      {
        path: "b.md",
        line: 2,
        column: 1,
        severity: "error",
        rule: "path-outside",
        reason: "Alpha",
        note: "Do bravo.",
      },
    ],
  });
});

const exits: [expected: number, rules: RuleId[]][] = [
  [0, []],
  [0, ["link-dead", "typed-notes"]],
  [1, ["text-lost", "link-dead"]],
  [2, ["input-missing"]],
  [2, ["text-lost", "output-in-source"]],
  [2, ["folder-taken"]],
  [2, ["command-line"]],
  [2, ["print-profile"]],
  [3, ["text-lost", "path-outside"]],
  [3, ["image-outside", "input-missing"]],
  [3, ["image-remote"]],
  [4, ["path-outside", "browser", "input-missing"]],
  [4, ["write-failed", "image-remote"]],
];
for (const [expected, rules] of exits) {
  test(`should end with ${expected} for ${rules.join(", ") || "nothing"}`, () => {
    const files = rules.map((rule) => fileWith("/home/a.md", rule));
    assert.is(report(files, [], plain).exit, expected);
  });
}

test("should not let a text's words play with the terminal", () => {
  const file = new VFile({ path: "/home/a.md" });
  complain(file, "internal", undefined, "a\n\u001b[2Jb\u202ec");
  assert.is(report([file], [], plain).messages, "a.md:1:1 error a \ufffd[2Jb\ufffdc (internal)\n");
});

test("should write a line of any name", () => {
  const odd = made.map((one) => ({ ...one, files: ["/home/dist/a\n\u001b[2J.html"] }));
  const { summary } = report([], odd.slice(1), plain);
  assert.match(summary, /^ {2}dist\/a \ufffd\[2J\.html\n/);
});

test("should write JSON in one line where more reports follow", () => {
  const files = [fileWith("/home/b.md", "link-dead", 3, 7)];
  const { summary } = report(files, made, { ...plain, json: true, lines: true });
  assert.match(summary, /^\{.*\}\n$/);
  assert.is(JSON.parse(summary).messages.length, 1);
});

test.run();

function fileWith(path: string, rule: RuleId, line?: number, column = 1): VFile {
  const file = new VFile({ path });
  complain(file, rule, line === undefined ? undefined : { line, column }, "Alpha", "Do bravo.");
  return file;
}
