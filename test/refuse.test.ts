import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readOptions } from "../scripts/command/options.ts";
import { refuse } from "../scripts/command/refuse.ts";

const test = suite("refuse");

test("should say in plain words what is wrong with a command line", () => {
  const { messages, summary, exit } = refused("build", "--jobs", "0");
  assert.equal([summary, exit], ["", 2]);
  assert.match(messages, /^error: .*whole number from 1 to 16/);
  // There it is the name of a text.
  assert.match(refused("build", "--jobs", "0", "--", "--json").messages, /^error: /);
});

test("should say it to programs in a report like any other", () => {
  const { messages, summary, exit } = refused("check", "--json", "-lead.md");
  assert.equal([messages, exit], ["", 2]);
  const told = JSON.parse(summary);
  const { reason, note } = told.messages[0];
  const place = { path: ".", line: 1, column: 1 };
  const whole = { ...place, severity: "error", rule: "command-line", reason, note };
  assert.equal(told, { exit: 2, made: [], messages: [whole] });
  assert.match(reason, /^option '-l, --language <tags>' argument 'ead\.md' is invalid\./);
  assert.is(
    note,
    "Run “handbill --help” for what there is. A name that begins with a hyphen is written with its folder: ./-lead.md",
  );
});

test("should say so of a date for outputs, and of a flag before the command", () => {
  const dated = JSON.parse(refusedWith({ SOURCE_DATE_EPOCH: "x" }, "build", "--json").summary);
  assert.match(dated.messages[0].reason, /^SOURCE_DATE_EPOCH should be/);
  const early = JSON.parse(refused("--json", "build").summary);
  assert.match(early.messages[0].note, "Flags stand behind the command");
});

test("should say it of preflight in the shape of its reports", () => {
  const { summary, exit } = refused("preflight", "--json");
  assert.is(exit, 2);
  const { files, ...rest } = JSON.parse(summary);
  assert.equal(rest, { exit: 2 });
  assert.equal([files.length, files[0].path, files[0].pages], [1, ".", 0]);
  const [{ rule, reason }] = files[0].findings;
  assert.equal([rule, reason], ["command-line", "missing required argument 'files'"]);
});

test.run();

function refused(...line: string[]) {
  return refusedWith({}, ...line);
}

function refusedWith(env: Record<string, string>, ...line: string[]) {
  const answer = readOptions(line, env, "1.2.3");
  if (!("text" in answer)) throw new Error("these are options");
  return refuse(line, answer.text);
}
