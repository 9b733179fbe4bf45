import type { Node, Parent } from "unist";
import { EXIT as stockExit, SKIP as stockSkip, visit as stockVisit } from "unist-util-visit";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { EXIT, SKIP, visit } from "../scripts/markdown/visit.ts";

const test = suite("visit");

/** What a visitor does at the nodes of a name. */
type Doing = "skip" | "exit" | "remove" | "removeAndSkip" | "again" | "wrap" | "nothing";
const doings: readonly Doing[] = [
  ...(["skip", "exit", "remove", "removeAndSkip", "again", "wrap", "nothing"] as const),
];

interface Named extends Parent {
  name: string;
}

function tree(): Named {
  const leaf = (name: string): Named => ({ type: "leaf", name, children: [] });
  const branch = (name: string, ...children: Node[]): Named => ({ type: "branch", name, children });
  return branch(
    "root",
    branch("alpha", leaf("bravo"), branch("charlie", leaf("delta"), leaf("echo")), leaf("foxtrot")),
    leaf("golf"),
    branch("hotel", leaf("india")),
    { type: "void" },
  );
}

/** What is visited, in order, and what becomes of the tree. */
function walked(walk: typeof visit, type: string | undefined, at: string, doing: Doing): unknown {
  const root = tree();
  const seen: string[] = [];
  const visitor = (node: Node, index: number | undefined, parent: Parent | undefined) => {
    const name = (node as Partial<Named>).name ?? node.type;
    seen.push(`${name} ${index} ${(parent as Named | undefined)?.name}`);
    if (name !== at || seen.length > 20) return undefined;
    if (doing === "skip") return SKIP;
    if (doing === "exit") return EXIT;
    if (!parent || index === undefined) return undefined;
    if (doing === "again" && seen.length < 20) return Math.max(index - 1, 0);
    if (doing === "remove") parent.children.splice(index, 1);
    if (doing === "remove") return index;
    if (doing === "removeAndSkip") parent.children = parent.children.filter((one) => one !== node);
    if (doing === "removeAndSkip") return [SKIP, index] as [typeof SKIP, number];
    if (doing === "wrap") parent.children[index] = { ...tree(), children: [node] } as Named;
    return undefined;
  };
  if (type) walk(root as Node, type, visitor);
  else walk(root as Node, visitor);
  return { seen, root };
}

test("should walk as the stock one does, whatever is done under way", () => {
  assert.equal([EXIT, SKIP], [stockExit, stockSkip]);
  const stock = stockVisit as unknown as typeof visit;
  for (const type of [undefined, "leaf", "branch", "void"])
    for (const at of [
      "root",
      "alpha",
      "bravo",
      "charlie",
      "delta",
      "echo",
      "golf",
      "hotel",
      "void",
    ])
      for (const doing of doings)
        assert.equal(
          walked(visit, type, at, doing),
          walked(stock, type, at, doing),
          `${type} ${at} ${doing}`,
        );
});

test.run();
