import { copyNames } from "./copies.ts";
import { formatNames, paperNames, sheetNames } from "./formats.ts";
import { statusNames } from "./statuses.ts";

/** Row of the flag table. */
export interface FlagRow {
  /** How it is written, with the word for its value where it takes one. */
  flag: string;
  /** One line for the help. */
  help: string;
  /** What its value is read as; absent for a switch. */
  value?:
    | "copies"
    | "file"
    | "formats"
    | "jobs"
    | "languages"
    | "millimetres"
    | "paper"
    | "path"
    | "sheet"
    | "signature"
    | "status";
  /** The values there are, where they are few. */
  choices?: readonly string[];
}

/** Row of the command table. */
export interface CommandRow {
  /** What follows the name. */
  arguments: string;
  help: string;
  flags: readonly (keyof typeof flags)[];
}

/** Every flag, by the name its value has in the program. */
export const flags = {
  formats: {
    flag: "-f, --format <names>",
    help: `make only these, with commas: ${formatNames.join(", ")}`,
    value: "formats",
    choices: formatNames,
  },
  languages: {
    flag: "-l, --language <tags>",
    help: "only these of a folder's languages, such as en,es; for a single text, what it is in",
    value: "languages",
  },
  paper: {
    flag: "-p, --paper <family>",
    help: "us (Letter) or iso (A4); else us for English or Spanish without a region and for US, CA and MX",
    value: "paper",
    choices: paperNames,
  },
  status: {
    flag: "-s, --status <status>",
    help: `what the texts are, whatever they say: ${statusNames.join(", ")}`,
    value: "status",
    choices: statusNames,
  },
  copies: {
    flag: "-c, --copy <names>",
    help: `make only these of each PDF, with commas: ${copyNames.join(", ")}`,
    value: "copies",
    choices: copyNames,
  },
  sheet: {
    flag: "--sheet <name>",
    help: `what copies for paper are laid out on: ${sheetNames.join(", ")}`,
    value: "sheet",
    choices: sheetNames,
  },
  signature: {
    flag: "--signature <pages>",
    help: "fold a booklet in parts of so many pages, such as 16; else all in one",
    value: "signature",
  },
  thickness: {
    flag: "--thickness <mm>",
    help: "of a sheet of paper; inner pages of a booklet move in by it (0.1)",
    value: "millimetres",
  },
  overlap: {
    flag: "--overlap <mm>",
    help: "of the parts of a poster, to glue them by (10)",
    value: "millimetres",
  },
  profile: {
    flag: "--profile <file>",
    help: "ICC profile of the print shop's press, for print copies; else coated paper (FOGRA39)",
    value: "file",
  },
  png: { flag: "--png", help: "make the pictures of sheets as PNG too" },
  out: { flag: "-o, --out <folder>", help: "where the editions go (dist)", value: "path" },
  jobs: { flag: "-j, --jobs <count>", help: "editions made at once (2)", value: "jobs" },
  watch: {
    flag: "-w, --watch",
    help: "stay, and do it again for what is touched whenever something changes; with --json, a line each time",
  },
  json: { flag: "--json", help: "report as JSON, for programs" },
  quiet: { flag: "-q, --quiet", help: "report only what a person has to act on" },
} as const satisfies Record<string, FlagRow>;

const reporting = ["json", "quiet"] as const;
const laying = ["copies", "sheet", "signature", "thickness", "overlap", "profile", "png"] as const;
const choosing = ["formats", "languages", "paper", "status"] as const;

/** Every command. */
export const commands = {
  build: {
    arguments: "[inputs...]",
    help: "make every edition of texts and folders (default: source/)",
    flags: [...choosing, ...laying, "out", "jobs", "watch", ...reporting],
  },
  check: {
    arguments: "[inputs...]",
    help: "find what is wrong with them without making PDFs",
    flags: [...choosing, "jobs", "watch", ...reporting],
  },
  new: {
    arguments: "<folder>",
    help: "write a small work to start from",
    flags: [...reporting],
  },
  preflight: {
    arguments: "<files...>",
    help: "look at PDFs, these or any other, as a print shop would",
    flags: [...reporting],
  },
} as const satisfies Record<string, CommandRow>;

/** Name of a command. */
export type CommandName = keyof typeof commands;
