import type { Count } from "./article-count.ts";

/** What parts of a text are called that are numbered in words, and the words from the first to the tenth, in lower case. */
const parts = new Set(
  [
    "article chapter part section title",
    "artículo capítulo parte sección título artigo seção",
    "chapitre partie titre articolo capitolo capo sezione titolo abschnitt artikel kapitel teil",
    "bölüm kısım madde глава часть раздел статья розділ частина стаття",
    "الباب الفصل القسم المادة الجزء فصل باب بخش ماده حصہ دفعہ अध्याय भाग खंड धारा অধ্যায় ধারা ভাগ",
  ].flatMap((one) => lower(one.normalize("NFC")).split(" ")),
);
const ordinals: ReadonlyArray<readonly string[]> = [
  "one first primero primera primer primeiro primeira premier première primo prima erster erste birinci первая первый перша перший الأول الأولى اول اولی یکم پہلا پہلی प्रथम पहला প্রথম",
  "two second segundo segunda deuxième secondo seconda zweiter zweite ikinci вторая второй друга другий الثاني الثانية دوم دوسرا دوسری द्वितीय दूसरा দ্বিতীয়",
  "three third tercero tercera tercer terceiro terceira troisième terzo terza dritter dritte üçüncü третья третий третя третій الثالث الثالثة سوم تیسرا تیسری तृतीय तीसरा তৃতীয়",
  "four fourth cuarto cuarta quarto quarta quatrième vierter vierte dördüncü четвертая четвёртая четвертый четверта الرابع الرابعة چهارم چوتھا चतुर्थ चौथा চতুর্থ",
  "five fifth quinto quinta cinquième fünfter fünfte beşinci пятая пятый п'ята الخامس الخامسة پنجم پانچواں पंचम पाँचवाँ পঞ্চম",
  "six sixth sexto sexta sixième sesto sesta sechster sechste altıncı шестая шестой шоста السادس السادسة ششم چھٹا षष्ठ छठा ষষ্ঠ",
  "seven seventh séptimo séptima sétimo sétima septième settimo settima siebter yedinci седьмая седьмой сьома السابع السابعة هفتم ساتواں सप्तम সপ্তম",
  "eight eighth octavo octava oitavo oitava huitième ottavo ottava achter sekizinci восьмая восьмой восьма الثامن الثامنة هشتم آٹھواں अष्टम অষ্টম",
  "nine ninth noveno novena nono nona neuvième neunter dokuzuncu девятая девятый дев'ята التاسع التاسعة نهم نواں नवम নবম",
  "ten tenth décimo décima dixième decimo decima zehnter onuncu десятая десятый десята العاشر العاشرة دهم دسواں दशम দশম",
].map((one) => lower(one.normalize("NFC")).split(" "));
const two = /^(?<one>[\p{L}\p{M}'’]+)\s+(?<other>[\p{L}\p{M}'’]+)\s*(?:$|[:：–—-])/u;

/**
 * What a line counts as that names a part of a text by a number in words: `Chapter One: Listening`, `الباب الأول`, `BİRİNCİ BÖLÜM`.
 * @param line
 *   Line as typed.
 * @returns
 *   Its word as the kind, and its number; nothing of other lines.
 */
export function ordinalCount(line: string): Count | undefined {
  const { one = "", other = "" } = two.exec(line.trim().normalize("NFC"))?.groups ?? {};
  for (const [part, ordinal] of [
    [lower(one), lower(other)],
    [lower(other), lower(one)],
  ] as const) {
    const value = parts.has(part) ? ordinals.findIndex((words) => words.includes(ordinal)) : -1;
    if (value >= 0) return { kind: `ordinal ${part}`, value: value + 1 };
  }
  return undefined;
}

/** In small letters, Turkish ones among them. */
function lower(word: string): string {
  return word
    .toLowerCase()
    .replace(/\u0307/gu, "")
    .replaceAll("ı", "i")
    .replaceAll("’", "'");
}
