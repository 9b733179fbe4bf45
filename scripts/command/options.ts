import { Command, CommanderError, Option } from "commander";
import { exits } from "../tables/exits.ts";
import { type CommandName, commands, type FlagRow, flags } from "../tables/flags.ts";
import type { SheetOptions } from "../types.ts";
import type { WorkFlags } from "../works/works.ts";
import { readValue } from "./flag-values.ts";
import { hintOn } from "./wrong-line.ts";

/** What the command line asks for. */
export interface Options extends WorkFlags, SheetOptions {
  command: CommandName;
  /** Paths as typed. */
  inputs: string[];
  out: string;
  jobs: number;
  /** Stay, and build again what changes. */
  watch: boolean;
  json: boolean;
  quiet: boolean;
  /** Seconds since 1970 that every date in an output is; from `SOURCE_DATE_EPOCH`. */
  epoch: number | undefined;
}

/** Nothing to do but print: help, the version, or what is wrong with the command line. */
export interface Answer {
  exit: number;
  /** For standard output when `exit` is 0, else for standard error. */
  text: string;
}

/**
 * Reads the command line.
 * @param argv
 *   Arguments after the program's name.
 * @param env
 *   Environment; only `SOURCE_DATE_EPOCH` is read.
 * @param version
 *   Our version.
 * @returns
 *   Options, complete; or an answer. Never throws for what was typed.
 */
export function readOptions(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  version: string,
): Options | Answer {
  let text = "";
  let options: Options | undefined;
  const print = (more: string) => {
    text += more;
  };
  const program = makeProgram(version, print, (command, inputs, values) => {
    options = { ...defaults, ...values, command, inputs };
  });
  try {
    program.parse(argv, { from: "user" });
    if (!options) throw new Error("commander ran no command");
    if (options.inputs.length === 0) options.inputs = ["source"];
    return { ...options, epoch: readEpoch(env) };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    text += hintOn(argv, text);
    return { exit: error.exitCode === 0 ? exits.fine : exits.usage, text };
  }

  function readEpoch({ SOURCE_DATE_EPOCH: typed }: typeof env): number | undefined {
    if (typed === undefined) return undefined;
    const seconds = Number(typed);
    // A PDF writes years with four digits.
    if (/^\d+$/.test(typed) && seconds < 253402300800) return seconds;
    return program.error(
      `error: SOURCE_DATE_EPOCH should be a number of seconds since 1970, not “${typed}”`,
    );
  }
}

const defaults = {
  out: "dist",
  jobs: 2,
  watch: false,
  json: false,
  quiet: false,
  epoch: undefined,
};

function makeProgram(
  version: string,
  print: (text: string) => void,
  run: (command: CommandName, inputs: string[], values: Partial<Options>) => void,
): Command {
  const program = new Command("handbill")
    .description(
      "Plain Markdown in; booklets, posters, handouts, large-print and web editions out.",
    )
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print this help, or that of a command")
    .configureOutput({ writeOut: print, writeErr: print })
    .addHelpText("after", exitHelp)
    .showHelpAfterError("Run “handbill --help” for what there is.")
    .exitOverride();
  for (const [name, row] of Object.entries(commands) as [CommandName, Row][]) {
    const command = program.command(`${name} ${row.arguments}`).description(row.help);
    for (const flag of row.flags) command.addOption(makeFlag(flag, flags[flag]));
    command.action((inputs: string | string[], values: Partial<Options>) =>
      run(name, [inputs].flat(), values),
    );
  }
  return program;
}

type Row = (typeof commands)[CommandName];

function makeFlag(name: string, row: FlagRow): Option {
  const option = new Option(row.flag, row.help);
  // The name in the program, where the flag's own differs.
  option.attributeName = () => name;
  const { value } = row;
  if (value) option.argParser((typed, before) => readValue(value, typed, before, row.choices));
  return option;
}

const exitHelp = `
Exit codes:
  ${exits.fine}  fine
  ${exits.content}  something is wrong with a text, or a PDF that was looked at
  ${exits.usage}  something is wrong with the command line
  ${exits.refused}  a text asks for what is not its own
  ${exits.environment}  something is wrong with this computer: no browser, a full disk
`;
