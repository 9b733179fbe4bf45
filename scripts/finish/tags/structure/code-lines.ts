import type { LogicalElement, LogicalText } from "../../../types.ts";

/**
 * Parts what is set line by line, such as code: each line is a paragraph. Within one, readers say where a line ends only
 * by where it stands, and who hears it hears all lines as one.
 * @param pre
 *   HTML `pre`, its text in pieces that end with their line.
 * @returns
 *   `lines` that holds a `p` a line, in each what is in `pre` or in its only `code`; `pre` itself where it has one line.
 */
export function partLines(pre: LogicalElement): LogicalElement {
  const [only, ...others] = pre.kids.filter((kid) => "tag" in kid || kid.text?.trim());
  const code = only && "tag" in only && only.tag === "code" && others.length === 0 && only;
  const lines: Array<LogicalElement["kids"]> = [[]];
  for (const kid of code ? code.kids : pre.kids) {
    lines.at(-1)?.push(kid);
    if (lastText(kid)?.text?.endsWith("\n")) lines.push([]);
  }
  const said = withoutBlank(lines);
  if (said.length < 2) return pre;
  const kids = said.map((line): LogicalElement => {
    const kids = code ? [{ ...code, kids: line }] : line;
    return { tag: "p", attributes: {}, kids };
  });
  return { ...pre, tag: "lines", kids };
}

/** Lines that say something, each with the blank ones before it: the space that a line begins with may be taken for theirs. */
function withoutBlank(lines: readonly LogicalElement["kids"][]): Array<LogicalElement["kids"]> {
  const said: Array<LogicalElement["kids"]> = [];
  let blank: LogicalElement["kids"] = [];
  for (const line of lines) {
    blank.push(...line);
    if (!line.some((kid) => "tag" in kid || kid.text?.trim())) continue;
    said.push(blank);
    blank = [];
  }
  said.at(-1)?.push(...blank);
  return said;
}

function lastText(kid: LogicalElement | LogicalText): LogicalText | undefined {
  if (!("tag" in kid)) return kid;
  const last = kid.kids.at(-1);
  return last && lastText(last);
}
