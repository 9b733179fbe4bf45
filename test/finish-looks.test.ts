import { PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { setBoxes } from "../scripts/finish/boxes.ts";
import { finishPdf } from "../scripts/finish/finish.ts";
import { pageContent } from "../scripts/pdf/stream.ts";
import { papers, type Sheet } from "../scripts/tables/formats.ts";
import type { Logical } from "../scripts/types.ts";
import { filler } from "./support/pages.ts";
import { logical, printed } from "./support/printed.ts";
import { needing } from "./support/programs.ts";
import { difference, rasterise } from "./support/raster.ts";
import { openSetter } from "./support/set-text.ts";

const test = suite("finish: looks");
const setter = openSetter();
test.after(() => setter.close());

const sheet: Sheet = { name: "A5", width: 148, height: 210 };

/** Texts in which letters are not simply one after the other. */
const texts: Readonly<Record<string, string>> = {
  ar: "# حق السكن\n\nلكل فردٍ الحقُّ في السَّكن سنة 2024، وعبارة :lang[right to the city]{en} بين كلماته.\n\n- بند\n",
  fr: "# L’efficacité\n\nUn *effort* suffit : affluer, **fixer**, ~~raffiner~~.[^1]\n\n[^1]: Note.\n",
  hi: "# अधिकार\n\nसभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता प्राप्त है।\n",
  km: "# សិទ្ធិ\n\nមនុស្សទាំងអស់ កើតមកមានសេរីភាព និងសមភាព ក្នុងផ្នែកសេចក្ដីថ្លៃថ្នូរនិងសិទ្ធិ។\n",
  my: "# အခွင့်အရေး\n\nလူတိုင်းသည် တူညီ လွတ်လပ်သော ဂုဏ်သိက္ခာဖြင့် လည်းကောင်း မွေးဖွားလာသူများ ဖြစ်သည်။\n",
  "jv-Java": "# ꦥꦼꦂꦚꦠꦲꦤ꧀\n\nꦱꦧꦼꦤ꧀ꦈꦮꦺꦴꦁꦏꦭꦲꦶꦂꦫꦏꦺꦏꦤ꧀ꦛꦶꦩꦂꦢꦶꦏꦭꦤ꧀ꦝꦂꦧꦺꦩꦂꦠꦧꦠ꧀ꦭꦤ꧀ꦲꦏ꧀ꦲꦏ꧀ꦏꦁꦥꦝ꧉\n",
  ml: "# അവകാശം\n\nവകുപ്പ്‌ ഒന്ന്‌: മനുഷ്യരെല്ലാവരും തുല്യാവകാശങ്ങളോടും അന്തസ്സോടും സ്വാതന്ത്ര്യത്തോടുംകൂടി ജനിച്ചിട്ടുള്ളവരാണ്‌.\n",
  th: "# สิทธิ\n\nมนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ ต่างมีเหตุผลและมโนธรรม\n",
  ur: "# حقوق\n\nتمام انسان آزاد اور حقوق و عزت کے اعتبار سے برابر پیدا ہوئے ہیں۔\n",
  vi: "# Quyền\n\nTất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền lợi.\n",
  ja: "# 会の知らせ\n\n今日はPDFファイル3枚を*Web*で配り、[カタカナABC](https://example.org)も読む。\n",
  "zh-Hans":
    "# 权利\n\n人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心。\n\n我们用PDF文件，共30页，见**ISO**标准第2章，由Anna主持，每周3次，每次2小时，在B座12层开会，自带A4纸。\n",
};

needing(test, "pdftoppm")("should change no pixel of a page but dyes", async () => {
  const finished = await finishPdf(printed, {
    ...{ title: "Actas", authors: [], language: "es", direction: "ltr", numerals: "latn" },
    ...{ logical, sheet, seconds: 0, version: "0" },
  });
  await compare({ print: printed, logical, pdf: finished, sheet, name: "es" });
  // On paper of their own texts have the size their styles say, on the format's one that is fitted.
  for (const own of [sheet, undefined])
    for (const [language, text] of Object.entries(texts)) {
      const set = await setter.set(text, {
        ...{ matter: { language }, format: "handout" },
        ...(own && { sheet: own }),
      });
      assert.equal(set.printed.faults, []);
      const { printed, pdf } = set;
      const said = { print: printed.pdf, logical: printed.logical as Logical, pdf };
      await compare({ ...said, sheet: own ?? papers.iso.page, name: language });
    }
});

test("should keep a booklet of twelve pages small", async () => {
  // All letters in every style, since fonts weigh most.
  const letters =
    "Jackdaws quiz VEXING SPHINXES OF WORLDLY QUARTZ by jumping fjords, 0123456789 times";
  const styles = `${letters}, *${letters}*, **${letters}**, ***${letters}*** and \`${letters}\`.`;
  const section = (index: number) =>
    `## Part ${index}\n\n${styles}[^${index}] ${filler(240, index * 240)}\n\n- One\n- Two\n\n[^${index}]: A note.\n`;
  const parts = Array.from({ length: 8 }, (_, index) => section(index + 1));
  const { pdf, printed } = await setter.set(`# Twelve\n\n${parts.join("\n")}`);
  assert.ok(printed.pages.length >= 12, `${printed.pages.length} pages`);
  assert.ok(pdf.length < 120_000, `${pdf.length} bytes`);
});

test.run();

/** As Chromium printed it. */
interface Print {
  print: Uint8Array;
  logical: Logical;
  sheet: Sheet;
}

/** Compares a print whose dyes give way to true colours, and nothing else, with the finished file. */
async function compare({ pdf, name, ...rest }: Print & { pdf: Uint8Array; name: string }) {
  const wanted = rasterise(await undyed(rest), 150, true);
  const found = rasterise(pdf, 150, true);
  assert.is(found.length, wanted.length);
  for (const [index, page] of found.entries()) {
    const blank = page.greys.every((grey) => grey === 255);
    assert.not.ok(blank, `${name}, page ${index + 1}`);
    assert.is(difference(page, wanted[index] as typeof page), 0, `${name}, page ${index + 1}`);
  }
}

async function undyed({ print, logical, sheet }: Print): Promise<Uint8Array> {
  const document = await PDFDocument.load(print, { updateMetadata: false });
  setBoxes(document, { sheet });
  const inkOf = new Map(logical.inks.map(({ dye, ink }) => [dye, ink]));
  for (const page of document.getPages()) {
    const content = Buffer.from(pageContent(page)).toString("latin1");
    const plain = content.replaceAll(
      /([\d.]+) ([\d.]+) ([\d.]+) (rg|RG)/g,
      (colour, red, green, blue, operator) => {
        const [r, g, b] = [red, green, blue].map((part) => Math.round(Number(part) * 255));
        const ink = inkOf.get(((r as number) << 16) | ((g as number) << 8) | (b as number));
        if (ink === undefined) return colour;
        const parts = [ink >> 16, (ink >> 8) & 255, ink & 255];
        return `${parts.map((part) => (part / 255).toFixed(4)).join(" ")} ${operator}`;
      },
    );
    const stream = document.context.stream(Buffer.from(plain, "latin1"));
    page.node.set(PDFName.of("Contents"), document.context.register(stream));
  }
  return document.save();
}
