import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { cssString } from "../scripts/styles/css-string.ts";
import { mirror } from "../scripts/styles/mirror.ts";
import { type StyleOptions, stylesheets } from "../scripts/styles/styles.ts";
import {
  type FormatRow,
  formatNames,
  formats,
  paperNames,
  papers,
} from "../scripts/tables/formats.ts";
import { languages } from "../scripts/tables/languages.ts";
import { type StatusName, statusNames } from "../scripts/tables/statuses.ts";
import type { TranslationName } from "../scripts/tables/translations.ts";
import { contrast, mixed } from "./support/contrast.ts";

/** The part of css-tree that is used here; it comes without types. */
interface CssTree {
  parse(css: string, options: { onParseError(error: Error): void }): CssNode;
  walk(node: CssNode, visit: (node: CssNode) => void): void;
  generate(node: CssNode): string;
}

interface CssNode {
  type: string;
  name?: string;
  property?: string;
  value?: CssNode;
}

// The parser that Paged.js itself reads style sheets with.
const pagedjs = createRequire(new URL("../node_modules/pagedjs/lib/index.js", import.meta.url));
const cssTree: CssTree = pagedjs("css-tree");
const folder = new URL("../styles/", import.meta.url);
const matter = { title: "Alpha", version: "2", modified: "2017-10" };
const settings = everySetting();
const test = suite("styles");

test("should have sheets for every format, paper, status and language", () => {
  for (const { sheets, medium } of settings) {
    assert.is(sheets.paged.length > 0, medium !== "screen");
    for (const css of [...sheets.paged, ...sheets.plain]) assert.ok(css.trim().length > 0);
  }
});

test("should use every file in styles/", () => {
  const used = new Set(settings.flatMap(({ sheets }) => [...sheets.paged, ...sheets.plain]));
  for (const name of files()) assert.ok(used.has(text(name)), name);
});

test("should give each page the size its table says", () => {
  for (const name of formatNames) {
    const { sheet }: FormatRow = formats[name];
    if (sheet === undefined) continue;
    for (const paper of paperNames) {
      const { width, height } = papers[paper][sheet];
      const [size] = stylesheets(formats[name], options({ paper })).paged;
      assert.match(size ?? "", `size: ${width}mm ${height}mm;`);
    }
  }
});

test("should keep lines of a handout as long on Letter as on A4", () => {
  const margins = (given: Partial<StyleOptions>) =>
    stylesheets(formats.handout, options(given)).paged.join("");
  assert.match(margins({ paper: "us" }), "margin-right: 144pt;");
  assert.match(margins({ paper: "us", language: language("ar") }), "margin-left: 144pt;");
  assert.not.match(margins({ paper: "iso" }), "margin-right");
  const [letter, a4] = [papers.us.page, papers.iso.page].map(({ width }) => (width / 25.4) * 72);
  assert.ok(Math.abs((letter as number) - 144 - ((a4 as number) - 126)) < 2);
});

test("should keep to what Paged.js reads in paged sheets", () => {
  const texts = new Set(settings.flatMap(({ sheets }) => sheets.paged));
  for (const css of texts) checkPaged(css);
});

test("should keep @page out of plain sheets, where Paged.js would not see it", () => {
  for (const { sheets, medium } of settings) {
    if (medium === "screen") continue;
    for (const css of sheets.plain) assert.not.match(css, /@page\b/);
  }
});

test("should define every token it uses and use every token it defines", () => {
  for (const { sheets, name } of settings) {
    const css = withoutComments([...sheets.paged, ...sheets.plain].join("\n"));
    const defined = new Set(names(css, /(--[a-z-]+)\s*:/g));
    for (const token of names(css, /var\((--[a-z-]+)\)/g))
      assert.ok(defined.has(token), `${name}: ${token}`);
  }
  const all = withoutComments(files().map(text).join("\n"));
  const used = new Set(names(all, /var\((--[a-z-]+)/g));
  for (const token of names(all, /(--[a-z-]+)\s*:/g)) assert.ok(used.has(token), token);
});

test("should name tokens --part--property", () => {
  const tokens = files().flatMap((name) => names(withoutComments(text(name)), /(--[a-z-]+)/g));
  for (const token of tokens) assert.match(token, /^--[a-z]+(-[a-z]+)*--[a-z]+(-[a-z]+)*$/);
});

test("should win by order, never by !important", () => {
  for (const name of files()) assert.not.match(withoutComments(text(name)), "!important", name);
});

test("should set nothing but tokens by status", () => {
  for (const name of files().filter((name) => /^status\//.test(name))) {
    const declared = names(withoutComments(text(name)), /^\s*([a-z-]+):/gm);
    for (const property of declared) assert.match(property, /^--/, name);
  }
});

test("should escape words so that they stay words", () => {
  assert.is(cssString("plain"), '"plain"');
  assert.is(cssString('a "b" \\ c'), '"a \\22 b\\22  \\5c  c"');
  assert.is(cssString("</style>\n"), '"\\3c /style>\\a "');
  const title = '"; } </style><script>';
  const [root] = stylesheets(formats.booklet, options({ matter: { title } })).plain;
  assert.not.match(root ?? "", "</style>");
  assert.match(root ?? "", '--words--title: "\\22 ; } \\3c /style>\\3c script>";');
});

test("should say status, version and date at the foot, in the language, and end lines between them", () => {
  const foot = (given: Partial<StyleOptions>) =>
    /--words--foot: "(.*)";/.exec(stylesheets(formats.booklet, options(given)).plain[0] ?? "")?.[1];
  const told = (text: string) => text.replaceAll("_", "\u00A0");
  assert.is(foot({}), told("Draft_· Version_2_· Last_modified_October_2017"));
  assert.is(foot({ status: "final" }), told("Version_2_· Last_modified_October_2017"));
  const label = "DRAFT - not for distribution, not to be quoted";
  assert.is(foot({ matter: { title: "Alpha", statusLabel: label } }), label);
  assert.is(
    foot({ language: language("es"), matter: { title: "Alpha", modified: "2017-10-05" } }),
    told("Borrador_· Última modificación: 5_de_octubre_de_2017"),
  );
});

test("should say at the foot that nobody has checked a translation", () => {
  const foot = (translation: TranslationName) =>
    stylesheets(
      formats.booklet,
      options({ language: language("es"), matter: { title: "Alpha", translation } }),
    ).plain[0] ?? "";
  assert.match(
    foot("unreviewed"),
    '--words--foot: "Borrador\u00A0· Traducción\u00A0no\u00A0revisada";',
  );
  assert.match(foot("machine"), '--words--foot: "Borrador\u00A0· Traducción\u00A0automática";');
  for (const state of ["reviewed", "adopted"] as const)
    assert.match(foot(state), '--words--foot: "Borrador";');
});

test("should count pages in the words of the language", () => {
  const [root] = stylesheets(formats.handout, options({ language: language("es") })).plain;
  assert.match(
    root ?? "",
    '--words--page-of: "Página " counter(page, decimal) " de " counter(pages, decimal);',
  );
});

test("should mirror the pages of a book bound at its right", () => {
  const css =
    "@page :left { margin: 1pt 2pt 3pt 4pt; margin-left: 5pt; @top-left { content: none } }";
  const turned =
    "@page :right { margin: 1pt 4pt 3pt 2pt; margin-right: 5pt; @top-right { content: none } }";
  assert.is(mirror(css), turned);
  const sheets = (direction: "ltr" | "rtl") =>
    stylesheets(formats.booklet, options({ language: { ...language("en"), direction } })).paged;
  assert.equal(sheets("rtl").map(mirror).slice(1), sheets("ltr").slice(1));
});

test("should count in the digits of the language", () => {
  const { characters, plain } = stylesheets(formats.booklet, options({ language: language("bn") }));
  assert.match(plain[0] ?? "", "--words--folio: counter(page, bengali);");
  assert.match(plain.at(-1) ?? "", "--list--style: bengali;");
  for (const digit of "০১২৩৪৫৬৭৮৯") assert.ok(characters.includes(digit), digit);
});

test("should set each language in its own manner, without a sheet for it", () => {
  const tokens = (tag: string) =>
    stylesheets(formats.booklet, options({ language: language(tag) }));
  const has = (tag: string, ...lines: string[]) => {
    for (const line of lines) assert.match(tokens(tag).plain.at(-1) ?? "", `  ${line};\n`, tag);
  };
  has("en", '--quotation--marks: "“" "”" "‘" "’"', "--script--leading: 1");
  has("fr", '--quotation--marks: "«\u202F" "\u202F»" "“" "”"');
  has("ar", "--script--direction: rtl", "--script--leading: 1.286", '--note--open: "["');
  has("hi", "--emphasis--weight: 700", "--script--raise: 0.45em", "--script--tracking: 0");
  has("ja", "--emphasis--mark: filled dot", "--script--line-break: strict");
  has("zh-Hans", "--emphasis--weight: inherit", "--script--indent: 2em");
  has(
    "ko",
    "--script--word-break: keep-all",
    "--script--autospace: no-autospace",
    "--emphasis--weight: 700",
  );
  for (const row of Object.values(languages))
    assert.is(/emphasis/.test(tokens(row.tag).plain.at(-1) ?? ""), !row.italics, row.tag);
});

test("should say left and right only where pages are laid out", () => {
  for (const name of files().filter((name) => !name.startsWith("page/"))) {
    const css = withoutComments(text(name)).replace(/\.pagedjs_[a-z-]+|\[align="[a-z]+"\]/g, "");
    assert.not.match(css, /\b(left|right)\b/, name);
    assert.not.match(css, /\b(margin|padding): [\w.]+ [\w.]+ [\w.]+ [\w.]+;/, name);
  }
});

test("should name the characters it prints", () => {
  const { characters } = stylesheets(formats.handout, options({ language: language("es") }));
  for (const character of "0123456789[]·–Úá") assert.ok(characters.includes(character), character);
});

test("should keep text readable on screens, on paper and over the mark", () => {
  const [light, dark] = text("format/web.css").split(
    "@media screen and (prefers-color-scheme: dark)",
  );
  const shown = Number(/opacity: ([\d.]+);/.exec(text("mark.css"))?.[1]);
  for (const scheme of [light, dark]) {
    const colour = (token: string) =>
      new RegExp(`${token}: (#[0-9a-f]+);`).exec(scheme ?? "")?.[1] ?? "";
    const [paper, tint, ...marks] = ["paper--color", "tint--color", "mark--fill", "mark--line"].map(
      (token) => colour(`--${token}`),
    ) as [string, string, string, string];
    const grounds = [paper, tint, ...marks.map((mark) => mixed(mark, paper, shown))];
    for (const ink of ["--ink--color", "--ink--quiet", "--link--color"])
      for (const ground of grounds)
        assert.ok(contrast(colour(ink), ground) >= 4.5, `${ink} on ${ground}`);
  }
});

test("should say status, version and date at the foot of every page with text", () => {
  for (const name of ["booklet", "handout", "large-print"] as const) {
    const [ordinary = ""] = text(`page/${name}.css`).split("@page title");
    assert.match(ordinary, "var(--words--foot)", name);
    assert.not.match(ordinary, "var(--words--state)", name);
  }
});

test("should raise calls in the sans, which has superior figures only to three", () => {
  const rule = /^:is\(([^{]+)\)\s+a\.noteref\[data-kind="number"\] \{([^}]+)\}/m.exec(
    text("notes.css"),
  );
  for (const holder of [
    "h1",
    "h2",
    "h3",
    "h4",
    "th",
    "caption",
    "figcaption",
    "footer",
    ".title-block",
  ])
    assert.match(rule?.[1] ?? "", holder);
  assert.match(rule?.[2] ?? "", "font-variant-position: normal");
  const arabic = stylesheets(formats.booklet, options({ language: language("ar") })).plain.at(-1);
  assert.match(arabic ?? "", "--script--display-raise: baseline;");
});

test("should let no ground of colour cover the mark on paper", () => {
  for (const name of files().filter((name) => !/^(format\/web|mark)\.css$/.test(name)))
    for (const ground of names(withoutComments(text(name)), /background(?:-color)?: ([^;]+);/g))
      assert.is(ground, "none", name);
  assert.match(text("elements.css"), /^mark \{\n {2}background: none;/m);
});

test("should keep the foot of small pages short, with what a reader must not miss", () => {
  const marked = { modified: "2017-10", translation: "unreviewed", version: "2" } as const;
  const words = (matter: StyleOptions["matter"], status: StyleOptions["status"]) => {
    const [root = ""] = stylesheets(formats.leaflet, options({ matter, status })).plain;
    return ["state", "cover"].map(
      (name) => new RegExp(`--words--${name}: "(.*)";`).exec(root)?.[1],
    );
  };
  const both = "Draft\u00A0· Unreviewed\u00A0translation";
  assert.equal(words({ title: "A", ...marked }, "draft"), [both, both]);
  assert.equal(words({ title: "A", version: "2" }, "final"), ["Version\u00A02", ""]);
});

test("should say on a title page once what version it is", () => {
  for (const name of ["booklet", "leaflet"] as const) {
    const [, title = ""] = text(`page/${name}.css`).split("@page title");
    assert.match(title.split("@page")[0] ?? "", "var(--words--cover)", name);
  }
});

test("should set headings of the web page larger than its text, which grows with the window", () => {
  for (const part of ["subtitle", "section", "subsection"]) {
    const size = new RegExp(`--${part}--size: ([\\d.]+)em;`).exec(text("format/web.css"))?.[1];
    assert.ok(Number(size) > 1, part);
  }
});

test("should set what is in another language in its own manner", () => {
  const sheet = (tag: string, foreign: string[]) =>
    stylesheets(formats.booklet, options({ language: language(tag), foreign })).plain.at(-1) ?? "";
  const arabic = sheet("en", ["ar"]);
  assert.match(arabic, /\[lang="ar"\] \{[^}]*--emphasis--weight: 700;/);
  assert.match(arabic, /blockquote[^{]*\[lang="ar"\] \{\n {2}line-height: calc\(1lh \* 1\.286\);/);
  // A few words of Tibetan reach into the lines around them, whatever they stand in.
  assert.match(sheet("en", ["bo"]), /^\[lang="bo"\] \{[^}]*line-height: calc\(1lh \* /m);
  assert.not.match(sheet("ar", ["fr"]), /\[lang="fr"\] \{[^}]*--emphasis--/);
  assert.not.match(sheet("en", []), /\[lang=/);
});

test.run();

function checkPaged(css: string): void {
  const tree = cssTree.parse(css, {
    onParseError(error) {
      throw error;
    },
  });
  cssTree.walk(tree, (node) => {
    // What css-tree cannot read, a nested rule for one, it keeps raw.
    assert.is.not(node.type, "Raw", css);
    if (node.type === "Atrule") assert.is.not(node.name, "media");
    if (node.type === "PseudoClassSelector") assert.not.match(node.name ?? "", /^(is|where)$/);
    if (node.type === "Combinator") assert.is.not(node.name, "+");
    if (node.type === "Declaration" && /^(size|margin)/.test(node.property ?? "")) {
      assert.not.match(cssTree.generate(node), /var\(|calc\(/);
    }
  });
}

function everySetting() {
  return formatNames.flatMap((name) =>
    paperNames.flatMap((paper) =>
      statusNames.flatMap((status: StatusName) =>
        Object.values(languages).map((row) => ({
          name,
          medium: formats[name].medium,
          sheets: stylesheets(formats[name], options({ paper, status, language: row })),
        })),
      ),
    ),
  );
}

function options(given: Partial<StyleOptions>): StyleOptions {
  return { paper: "us", language: language("en"), status: "draft", matter, ...given };
}

function language(tag: string) {
  const row = languages[tag];
  if (!row) throw new TypeError(`no language ${tag}`);
  return row;
}

function files(): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".css"))
    .sort();
}

function text(name: string): string {
  return readFileSync(new URL(name, folder), "utf8");
}

function withoutComments(css: string): string {
  return css.replace(/\/\*[\s\S]*?\*\//g, "");
}

function names(css: string, pattern: RegExp): string[] {
  return [...css.matchAll(pattern)].map((match) => match[1] ?? "");
}
