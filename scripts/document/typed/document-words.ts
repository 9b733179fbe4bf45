/** What lines say a text is, and how they begin that say what it is about: neither names anybody. By language. */
const words: Readonly<Record<string, { begin: string; kinds: string }>> = {
  de: {
    begin: "eine?|wie|was|warum|wann|wo|über",
    kinds:
      "auflage|aufruf|bericht|einladung|entwurf|erklärung|fassung|handbuch|handreichung|leitfaden|protokoll|ratgeber|satzung|stellungnahme",
  },
  en: {
    begin: "an?|how|what|why|when|where|about|towards?",
    kinds:
      "agenda|bylaws|edition|fact sheet|guide|handbook|manifesto|manual|minutes|proposal|report|statement|toolkit|version",
  },
  es: {
    begin: "una?|cómo|qué|por qué|cuándo|dónde|sobre",
    kinds:
      "acta|comunicado|convocatoria|declaración|edición|estatutos|guía|informe|manifiesto|manual|propuesta",
  },
  fr: {
    begin: "une?|comment|pourquoi|quand|où|que",
    kinds:
      "appel|communiqué|compte rendu|déclaration|édition|guide|manifeste|manuel|proposition|rapport|statuts",
  },
  pt: {
    begin: "uma?|como|por que|quando|onde|sobre",
    kinds:
      "ata|comunicado|convite|declaração|edição|estatuto|estatutos|guia|manifesto|manual|relatório",
  },
};
const begins = new Map(
  Object.entries(words).map(([tag, { begin }]) => [tag, new RegExp(`^(?:${begin})\\s`, "iu")]),
);
// A name may hold such a word: “Guide Dogs Union”. What goes on in small letters says what the text is for.
const kindsOf = new Map(
  Object.entries(words).map(([tag, { kinds }]) => {
    const capital = kinds.replace(/(?<=^|\|)./gu, (letter) => letter.toUpperCase());
    const all = [kinds, capital, kinds.toUpperCase()].join("|");
    return [tag, new RegExp(`(?<!\\p{L})(?:${all})(?=$|\\s+\\p{Ll})`, "u")];
  }),
);

/**
 * Tells whether a line under a title says what the text is (`Second Edition`, `A Handbook for Farm Workers`) or is about
 * (`How to Test Water`), and so names nobody.
 * @param line
 *   The line.
 * @param language
 *   Tag of the text's language.
 * @returns
 *   Whether it does.
 */
export function saysWhatItIs(line: string, language: string): boolean {
  return [begins, kindsOf].some((patterns) => patterns.get(language)?.test(line));
}
