import type { Operand } from "./operand.ts";
import type { Step, Walk } from "./walk.ts";

/** Operators that mark content and place things that stand elsewhere. */
export const objectSteps: readonly (readonly [string, Step])[] = [
  ["BMC", mark],
  ["BDC", mark],
  ["EMC", ({ seen }) => void seen.marks.pop()],
  ["Do", named((name, { visitor, seen }) => visitor.xObject?.(name, seen))],
  ["sh", named((name, { visitor, seen }) => visitor.shading?.(name, seen))],
  ["BI", inlineImage],
];

function mark({ seen }: Walk, [tag, properties]: readonly Operand[]): void {
  const name = typeof tag === "string" ? tag : "";
  const known = typeof properties === "string" || properties instanceof Map;
  seen.marks.push(known ? { tag: name, properties } : { tag: name });
}

function named(tell: (name: string, walk: Walk) => void): Step {
  return (walk, [name]) => {
    if (typeof name === "string") tell(name, walk);
  };
}

function inlineImage({ visitor, seen }: Walk, [dictionary, data]: readonly Operand[]): void {
  if (dictionary instanceof Map && data instanceof Uint8Array)
    visitor.inlineImage?.(dictionary, data, seen);
}
