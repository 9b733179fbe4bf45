/**
 * What preflight holds pages to. None of it is law: each is where presses, guillotines and copiers commonly
 * begin to fail, and a shop that says otherwise is right.
 */
export const limits = {
  /** Text nearer to the trim than this may be cut into, mm. A guillotine is out by 1 to 2 mm; shops ask for 1/8 in. */
  textToTrim: 3,
  /** Colour that reaches the trim goes on this far beyond it, mm; again 1/8 in, as nearly every shop asks for. */
  bleed: 3,
  /** How much less still passes, mm: sizes come rounded. */
  roundingOfSizes: 0.1,
  /** Thinnest line, pt: 0.25 pt are 2 dots of a 600 dpi printer; thinner ones break up. */
  line: 0.25,
  /** Coarsest photograph, ppi: at one pixel a line of the usual 150-line screen steps begin to show. */
  imageWorst: 150,
  /** Photograph without visible loss, ppi: one and a half pixels a line of that screen. */
  image: 225,
  /** Coarsest drawing of black and white dots alone, ppi: its edges have no greys to hide steps in. */
  lineArt: 550,
  /** Smallest white letters on a dark ground, pt: ink spreads into them; print shops name 6 to 10. */
  reversedText: 8,
  /** Text up to this size is set in black ink alone, pt: in four inks it needs better register than presses hold. */
  richBlackText: 12,
  /** Ink that paper takes before it smears, per cent of all inks: that of the profile ISO Coated v2 300 %. */
  ink: 300,
  /** A multiple of this many pages folds into a booklet. */
  pagesOfSheet: 4,
} as const;
