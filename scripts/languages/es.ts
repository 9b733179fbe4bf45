import type { LanguageRow } from "./language.ts";

/** Spanish. */
export const es: LanguageRow = {
  tag: "es",
  script: "Latn",
  direction: "ltr",
  reviewed: false,
  words: {
    draft: "Borrador",
    review: "En revisión",
    notes: "Notas",
    contents: "Índice",
    links: "Direcciones de los enlaces",
    pageOf: "Página {page} de {pages}",
    lastModified: "Última modificación: {date}",
    version: "Versión {version}",
    backToText: "Volver al texto",
    page: "página {page}",
  },
  noteHeadings: ["notas", "nota", "notas al pie"],
  statusWords: {
    borrador: "draft",
    "en revisión": "review",
    "para revisión": "review",
    final: "final",
    "versión final": "final",
  },
  quotes: { double: ["“", "”"], single: ["‘", "’"] },
};
