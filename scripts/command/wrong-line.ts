import { shellWord } from "../complaints/shell-word.ts";
import { type CommandName, commands, flags } from "../tables/flags.ts";

/**
 * Says what somebody most likely meant by a command line that cannot be read, where its parser does not.
 * @param argv
 *   Arguments after the program's name.
 * @param said
 *   What the parser says.
 * @returns
 *   A line; `""` where there is nothing to add.
 */
export function hintOn(argv: readonly string[], said: string): string {
  const hint = said.includes("Did you mean") ? undefined : (onCommand(said) ?? onFlag(argv, said));
  return hint ? `${hint}\n` : "";
}

function onCommand(said: string): string | undefined {
  const typed = /unknown command '(.+)'/s.exec(said)?.[1];
  if (typed === undefined) return undefined;
  const plain = typed.toLowerCase();
  if (plain in commands) return `Did you mean ${plain}?`;
  if (plain === "version") return "Did you mean --version?";
  return `To make the editions of a text: npx handbill build ${shellWord(typed)}`;
}

function onFlag(argv: readonly string[], said: string): string | undefined {
  const [first = ""] = argv;
  const typed = /unknown option '([^'=]+)/.exec(said)?.[1] ?? "";
  const takers = commandsWith(typed);
  if (takers.length > 0 && first.startsWith("-"))
    return `Flags stand behind the command: npx handbill ${takers[0]} … ${typed}`;
  if (takers.length > 0 && first in commands) return `${typed} is a flag of ${takers.join(", ")}.`;
  // Read as a flag with its value right behind it.
  const name = argv.find((one) => /^-[^-].*\.(md|txt|pdf)$/i.test(one));
  return name && `A name that begins with a hyphen is written with its folder: ./${name}`;
}

function commandsWith(typed: string): CommandName[] {
  const found = Object.entries(flags).find(([, { flag }]) => flag.split(/[ ,]+/).includes(typed));
  const names = Object.keys(commands) as CommandName[];
  return names.filter((name) =>
    (commands[name].flags as readonly (string | undefined)[]).includes(found?.[0]),
  );
}
