import type { YAMLError } from "yaml";

/** A fault of YAML as a person would name it. */
export interface YamlFault {
  /** Character of the YAML it begins at. */
  offset: number;
  reason: string;
  note: string;
}

/** What to do where nothing better is known. */
export const remedy =
  "Write one “key: value” a line; put a value with special signs in straight quotation marks.";
const quoteIt =
  'Put the value between straight, double quotation marks: title: "Rights: a reading".';
const special = "This value begins with a sign that means something else";

/** Faults that people make, by the parser's code: what is wrong, and what to do. */
const known: Readonly<Record<string, readonly [reason: string, note: string]>> = {
  BAD_DQ_ESCAPE: [
    "In double quotation marks a backslash means something else",
    "Write it twice, or put the value between single quotation marks (').",
  ],
  BAD_SCALAR_START: [special, quoteIt],
  BLOCK_AS_IMPLICIT_KEY: ["This value has a colon in it", quoteIt],
  DUPLICATE_KEY: ["This key was given before", "Keep one of the two lines."],
  MISSING_CHAR: [
    "Something is missing before this",
    "Look for a quotation mark without its partner.",
  ],
  TAB_AS_INDENT: ["This line begins with a tab", "Indent with spaces."],
  TAG_RESOLVE_FAILED: [special, quoteIt],
  UNEXPECTED_TOKEN: ["Something stands here that cannot follow what is before it", quoteIt],
};

/**
 * Says what is wrong with YAML that cannot be read. The parser tells what it expected; what the person did is seen in
 * the lines.
 * @param yaml
 *   The YAML.
 * @param keys
 *   Keys there may be.
 * @param error
 *   The parser's first complaint; absent where it found YAML, but no keys.
 */
export function faultOf(yaml: string, keys: readonly string[], error?: YAMLError): YamlFault {
  const [offset, message] = [error?.pos[0] ?? 0, error?.message ?? ""];
  const seen =
    directive(yaml) ??
    unclosed(yaml, offset, message) ??
    (error?.code === "DUPLICATE_KEY" ? undefined : bare(yaml, keys));
  if (seen) return seen;
  const reasons = known[error?.code ?? ""] ?? [
    error ? "This cannot be read" : "These are not “key: value” lines",
    remedy,
  ];
  return { offset, reason: reasons[0], note: reasons[1] };
}

/** A line for the parser before all keys, as programs write it. */
function directive(yaml: string): YamlFault | undefined {
  const [before, line] = /^(?:[ \t]*(?:#.*)?\r?\n)*(?=(%.*))/.exec(yaml) ?? [];
  if (before === undefined || line === undefined) return undefined;
  const reason = "A line that begins with % is no “key: value” line";
  return { offset: before.length, reason, note: "Delete it." };
}

/** A quotation mark or bracket whose partner is missing: the parser points at the end of all. */
function unclosed(yaml: string, end: number, message: string): YamlFault | undefined {
  const mark = /^Missing closing (["'])/.exec(message)?.[1];
  const closing = /end with a ([\]}])$/.exec(message)?.[1];
  if (!mark && !closing) return undefined;
  const opening = mark ?? (closing === "]" ? "[" : "{");
  const starts = [...yaml.slice(0, end).matchAll(/(?:^|[:[{,-][ \t]+)(["'[{])/gm)];
  const start = starts.findLast((one) => one[1] === opening);
  if (!start) return undefined;
  const offset = start.index + start[0].length - 1;
  if (mark)
    return {
      offset,
      reason: "This quotation mark has no partner",
      note: "Write another one behind the value, or take this one out.",
    };
  const note = `Write ${closing} behind the last of it; where the bracket is part of the value, put the value between straight quotation marks.`;
  return { offset, reason: `This bracket is not closed`, note };
}

/** Lines that would be “key: value” but for one thing. */
function bare(yaml: string, keys: readonly string[]): YamlFault | undefined {
  const name = keys.join("|");
  const colon = new RegExp(`^(${name})(?![\\w-])(?!:[ \\t]|:?\\r?$|[ \\t]+:[ \\t])(.*)$`, "m").exec(
    yaml,
  );
  if (colon) {
    const [line, key = "", rest = ""] = colon;
    const value = rest.replace(/^[\s:：=–—-]+/u, "").trim();
    return {
      offset: colon.index + key.length,
      reason: `After “${key}” a colon and a space are missing`,
      note: line.length > 60 || value === "" ? remedy : `Write the line as: ${key}: ${value}`,
    };
  }
  const indented = new RegExp(`^[ \\u00A0]+(?=(?:${name})[ \\t]*:)`, "m").exec(yaml);
  if (indented)
    return {
      offset: indented.index,
      reason: "This line begins with a space",
      note: "Begin it at the edge, as the other keys do.",
    };
  const item = new RegExp(`^(${name}):[ \\t]+(\\S.*?)\\s*\\n(?=- )`, "m").exec(yaml);
  if (!item) return undefined;
  return {
    offset: item.index + item[0].length,
    reason: `This item of a list follows a value of “${item[1]}”`,
    note: `Write that value as an item too, on a line below its key: - ${item[2]}`,
  };
}
