/** Row of the table of translations. */
export interface TranslationRow {
  /** Key of the language's words for it, printed under the title. */
  word: "machineTranslation" | "unreviewedTranslation" | "reviewedTranslation" | "adopted";
  /** Whether every page carries those words as a mark behind the text. */
  marked: boolean;
}

/** How far a translation can be. */
export const translations = {
  machine: { word: "machineTranslation", marked: true },
  unreviewed: { word: "unreviewedTranslation", marked: true },
  reviewed: { word: "reviewedTranslation", marked: false },
  adopted: { word: "adopted", marked: false },
} as const satisfies Record<string, TranslationRow>;

/** How far a translation is. */
export type TranslationName = keyof typeof translations;
/** Names, least finished first. */
export const translationNames = Object.keys(translations) as TranslationName[];
