/**
 * Letters beyond ASCII that languages of Western Europe write and Windows-1252 has, a row a language, with those of the
 * words they borrow. Icelandic and Faroese are left out: their ð, þ and ý are other letters in Turkish and Czech files.
 */
export const westernLetters = {
  ca: "àçèéíïòóúü",
  da: "åæéèêøóôâü",
  de: "äëöüßéèàêçñ",
  es: "áéíñóúüç",
  fi: "åäöéü",
  fr: "àâæçéèêëîïñôœùûüö",
  it: "àèéìíîòóùúç",
  nl: "áàäâçéèêëíïîóòöôúùûüñ",
  pt: "áàâãçéêíñóôõúü",
  sq: "çëéâ",
  sv: "åäöéàèüáæø",
} as const;

/** What bytes 80 to 9F of Windows-1252 stand for; five stand for nothing. */
export const highMarks = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
