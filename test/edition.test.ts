import type { Element, Root as HastRoot, Nodes } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readDocument } from "../scripts/document/document.ts";
import { composeEdition } from "../scripts/document/edition/edition.ts";
import { toHtml } from "../scripts/document/html.ts";
import { type FormatName, formats } from "../scripts/tables/formats.ts";
import { languageRow } from "../scripts/tables/languages.ts";
import type { Matter } from "../scripts/types.ts";
import { imagesOf, manuscriptOf, messagesOf, pixel } from "./support/documents.ts";
import { casesIn, fixture, golden } from "./support/fixtures.ts";

const styles = { paged: ["@page{margin:1cm}"], plain: ["p{margin:0}"] };
const images = imagesOf({ "alpha.png": pixel });

async function compose(text: string, format: FormatName, matter: Partial<Matter> = {}) {
  const manuscript = manuscriptOf(text, matter);
  const document = await readDocument(manuscript, images);
  const language = languageRow(manuscript.language).row;
  const before = JSON.stringify(document);
  const page = composeEdition(document, { format: formats[format], language, styles });
  assert.is(JSON.stringify(document), before, "the document is not changed");
  return { page, messages: messagesOf(manuscript.file) };
}

const whole = suite("whole editions");

for (const name of casesIn("editions")) {
  for (const format of ["booklet", "handout", "web"] as const) {
    whole(`should set ${name} as ${format}`, async () => {
      const matter = JSON.parse(fixture(`editions/${name}/matter.json`)) as Partial<Matter>;
      const { messages, page } = await compose(
        fixture(`editions/${name}/input.md`),
        format,
        matter,
      );
      golden(`editions/${name}/${format}.html`, lines(page));
      golden(`editions/${name}/messages.txt`, messages);
      assert.equal(brokenPromises(page), []);
    });
  }
}

whole.run();

const parts = suite("parts");
const long = Array.from(
  { length: 4 },
  (_, index) =>
    `## Heading *${index}*[^${index}]\n\n${"alpha ".repeat(500)}\n\n### Below\n\n[^${index}]: Note.\n`,
).join("\n");

parts(
  "should tell the ways back from a note apart, and say them in the language they are in",
  async () => {
    const back = async (text: string, language: string) => {
      const { page } = await compose(text, "web", { language });
      return find(page, "a")
        .filter(({ properties }) => properties.role === "doc-backlink")
        .map((link) => {
          const { ariaLabel, dataNumber, href, lang } = link.properties;
          return [href, dataNumber, ariaLabel, ...(lang ? [lang] : [])];
        });
    };
    const text = "Alpha[^a], bravo[^b], charlie[^a].\n\n[^a]: Delta.\n[^b]: Echo.";
    assert.equal(await back(text, "fa"), [
      ["#noteref-1", "۱", "بازگشت به متن (۱)"],
      ["#noteref-1-2", "۲", "بازگشت به متن (۲)"],
      ["#noteref-2", undefined, "بازگشت به متن"],
    ]);
    assert.equal(await back("Alpha[^a].\n\n[^a]: Bravo.", "zu"), [
      ["#noteref-1", undefined, "Back to the text", "en"],
    ]);
  },
);

parts(
  "should name boxes that scroll by headings and captions, without the marks of notes",
  async () => {
    const rows = "| a | b |\n| - | - |\n| c | d |\n";
    const raw = "<table><caption>Sums[^2]</caption><tr><th>e</th><td>f</td></tr></table>\n";
    const notes = "[^1]: Note.\n[^2]: Note.\n";
    const text = `## Costs[^1]\n\n${rows}\n## More\n\n${rows}\n${raw}\n${notes}`;
    const { page } = await compose(text, "web");
    const names = find(page, "div")
      .filter(({ properties }) => properties.role === "group")
      .map(({ properties }) => properties.ariaLabel ?? String(properties.ariaLabelledBy));
    assert.equal(names, ["Costs", "more", "Sums"]);
  },
);

parts("should make contents of a long text only where the format wants them", async () => {
  const booklet = await compose(`# T\n\n${long}`, "booklet");
  assert.equal(
    find(booklet.page, "nav").flatMap((nav) =>
      find(nav, "a").map((link) => [link.properties.href, textOf(link)]),
    ),
    [0, 1, 2, 3].map((index) => [`#heading-${index}`, `Heading ${index} `]),
  );
  assert.is(find((await compose(`# T\n\n${long}`, "web")).page, "nav").length, 0);
  assert.is(
    find((await compose("# T\n\n## A\n\n## B\n\n## C\n\n## D\n", "booklet")).page, "nav").length,
    0,
  );
});

parts("should know short titles on a title page, so that they are set larger", async () => {
  const short = async (title: string, format: "booklet" | "handout" = "booklet") => {
    const { page } = await compose(`# ${title}\n\nText.\n`, format);
    return find(page, "header")[0]?.properties.dataLength;
  };
  for (const title of ["Know Your Rights", "世界人权宣言，人人生而自由", "Права человека"])
    assert.is(await short(title), "short", title);
  for (const title of ["Neighbourhoods", "alpha ".repeat(8), "世界人权宣言".repeat(4)])
    assert.is(await short(title), undefined, title);
  assert.is(await short("Alpha", "handout"), undefined);
});

parts("should say in contents and lists of addresses what language a phrase is in", async () => {
  const phrases =
    ':lang[à *la* carte]{fr} :abbr[UN]{title="United Nations"} <ruby>漢<rt>かん</rt></ruby><br>kan';
  const { page } = await compose(
    `# T\n\n${long}\n\n## ${phrases}\n\n## ![A bridge](alpha.png)\n\n[${phrases}](https://example.org/a) <span lang="es">[hola](https://example.org/b)</span> [![A bridge](alpha.png)](https://example.org/c)\n`,
    "booklet",
  );
  const inside = (element: Element | undefined, tag: string) =>
    find(element as Element, tag).map(({ children }) => toHtml({ type: "root", children }));
  const said = '<span lang="fr">à la carte</span> <abbr title="United Nations">UN</abbr> 漢 kan';
  const [contents] = find(page, "nav");
  const entries = inside(contents, "a").slice(-2);
  assert.equal(
    entries.map((entry) => entry.replace(/ <span class="folio".*/, "")),
    [`<span class="entry">${said}</span>`, '<span class="entry">A bridge</span>'],
  );
  const [list] = find(page, "section").filter(
    ({ properties }) => String(properties.ariaLabelledBy) === "links",
  );
  assert.equal(inside(list, "span"), [
    `<bdi>${said}</bdi>: `,
    "à la carte",
    '<bdi lang="es">hola</bdi>: ',
    "<bdi>A bridge</bdi>: ",
  ]);
  assert.equal(brokenPromises(page), []);
});

parts("should list each outside address once, unless its words say it", async () => {
  const text =
    "# T\n\n[alpha](https://example.org/a) [bravo](https://example.org/a) https://example.org/b [example.org/c](https://example.org/c/) [charlie](mailto:d@example.org)\n";
  const { page } = await compose(text, "handout", { qr: true });
  const [list] = find(page, "section").filter(
    ({ properties }) => String(properties.ariaLabelledBy) === "links",
  );
  assert.equal(find(list as Element, "li").map(textOf), [
    "alpha: https://example.org/a",
    "charlie: d@example.org",
  ]);
  assert.is(find(list as Element, "svg").length, 2);
  assert.is(find((await compose(text, "web")).page, "svg").length, 0);
});

parts("should not list telephone numbers that the words say already", async () => {
  const said = [
    "[555-0100](tel:+15550100)",
    "[(212) 555-0101](tel:+1-212-555-0101)",
    "[020 7946 0000](tel:+442079460000)",
    "[٥٥٥-٠١٠٢](tel:+15550102)",
    "[Call 555-0103](tel:5550103)",
  ];
  const unsaid = [
    "[call us](tel:+15550104)",
    "[ext. 12](tel:+15550112)",
    "[555-0199](tel:+15550100)",
  ];
  const { page } = await compose(`# T\n\n${[...said, ...unsaid].join(" ")}\n`, "handout");
  const [list] = find(page, "section").filter(
    ({ properties }) => String(properties.ariaLabelledBy) === "links",
  );
  assert.equal(find(list as Element, "li").map(textOf), [
    "call us: +15550104",
    "ext. 12: +15550112",
    "555-0199: +15550100",
  ]);
});

parts("should print the language's word for a status the text didn't type", async () => {
  const { page } = await compose("# T\n\nAlpha.\n", "handout", { status: "draft", language: "es" });
  const [status] = find(page, "p");
  assert.is(
    toHtml({ type: "root", children: [status as Element] }),
    '<p class="status"><span data-generated="">Borrador</span></p>',
  );
});

parts(
  "should say how far a translation is, in both languages where nobody has checked it",
  async () => {
    const imprint = async (matter: Partial<Matter>) => {
      const { page } = await compose("# T\n\nAlpha.\n", "handout", matter);
      const found = find(page, "p").filter(({ properties }) =>
        String(properties.className).includes("imprint"),
      );
      assert.equal(brokenPromises(page), []);
      return found.map((one) => toHtml({ type: "root", children: [one] }));
    };
    const unreviewed = { language: "ar", translates: "en", translation: "unreviewed" } as const;
    assert.equal(await imprint({ ...unreviewed, translator: ["Alpha", "Bravo"] }), [
      '<p class="imprint" data-generated="">ترجمة غير مراجعة · ترجمة: Alpha, Bravo · <span class="original" lang="en" dir="ltr" id="imprint-original">Unreviewed translation</span></p>',
    ]);
    assert.match(
      String(await imprint({ ...unreviewed, translation: "machine" })),
      />Machine translation</,
    );
    assert.equal(await imprint({ ...unreviewed, translation: "reviewed" }), [
      '<p class="imprint" data-generated="">ترجمة تمت مراجعتها</p>',
    ]);
    assert.equal(await imprint({ ...unreviewed, translates: "ar" }), [
      '<p class="imprint" data-generated="">ترجمة غير مراجعة</p>',
    ]);
    // Words that are borrowed from English are in English.
    assert.match(
      String(await imprint({ ...unreviewed, translates: "zxx" })),
      ' lang="en" dir="ltr" ',
    );
    const adopted = { language: "es", translation: "adopted" } as const;
    const { words } = languageRow("es").row;
    assert.equal(await imprint({ ...adopted, translator: ["Ana"] }), [
      `<p class="imprint" data-generated="">${words.adopted} · ${words.translatedBy.replace("{name}", "Ana")}</p>`,
    ]);
  },
);

parts("should call the note on a status that isn't printed from the title", async () => {
  const { page } = await compose(
    "DRAFT*\n\nAlpha of Bravo\n\nCharlie delta echo.\n\n*Golf.\n",
    "web",
    { status: "final" },
  );
  const [title] = find(page, "h1");
  assert.is(textOf(title as Element), "Alpha of Bravo*");
  assert.equal(brokenPromises(page), []);
});

parts("should give the same characters twice", async () => {
  const text = fixture("editions/everything/input.md");
  const [first, second] = await Promise.all([compose(text, "web"), compose(text, "web")]);
  assert.is(toHtml(first.page), toHtml(second.page));
});

parts("should name a page that has no title after its work", async () => {
  const { page } = await compose("Alpha <b>.\n\n- bravo\n", "web");
  assert.is(textOf(find(page, "title")[0] as Element), "alpha");
  assert.is(find(page, "h1").length, 0);
});

parts.run();

function find(tree: Nodes, tagName: string): Element[] {
  const found: Element[] = [];
  visit(tree, "element", (node) => {
    if (node.tagName === tagName) found.push(node);
  });
  return found;
}

/** What of “The HTML between the halves” a page doesn't keep. */
function brokenPromises(page: HastRoot): string[] {
  const faults: string[] = [];
  const ids = new Set<unknown>();
  const targets: string[] = [];
  let level = 0;
  visit(page, (node, _index, parent) => {
    const inline =
      parent?.type === "element" && /^(?:p|a|bdi|li|h\d|td|th|em|code|span)$/.test(parent.tagName);
    if (node.type === "text" && node.value.trim() === "" && !inline)
      faults.push(`white space in ${JSON.stringify(parent).slice(0, 60)}`);
    if (node.type !== "element") return;
    const { ariaLabelledBy, href, id, style } = node.properties;
    if (id !== undefined && ids.has(id)) faults.push(`second ${id}`);
    ids.add(id);
    if (style !== undefined || node.tagName === "script") faults.push("style or script");
    if (String(href).startsWith("#")) targets.push(String(href).slice(1));
    if (ariaLabelledBy) targets.push(String(ariaLabelledBy));
    if (/^h[1-6]$/.test(node.tagName)) {
      const next = Number(node.tagName[1]);
      if (next > level + 1) faults.push(`h${next} after h${level}`);
      level = next;
    }
  });
  return [
    ...faults,
    ...targets.filter((target) => !ids.has(target)).map((target) => `no ${target}`),
  ];
}

/** A page with a line for each block, so that a difference shows where it is. */
function lines(page: HastRoot): string {
  return `${toHtml(page).replace(/(?=<(?:body|div|dl|figure|h\d|head|header|li|main|meta|nav|ol|p|pre|section|style|table|title|tr|ul|blockquote)[ >])/g, "\n")}\n`;
}
