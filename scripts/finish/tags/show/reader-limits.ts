/** What readers of a page's text go by, as shares of the type size. Measured on poppler, pdf.js and PDFium. */

/** How far apart letters may stand: readers see a space at a tenth, PDFium at half of a narrow one, */
export const loose = 0.06;
/** and where something stands between them sooner; */
export const tight = 0.02;
/** between runs of a line sooner still. */
export const flush = 0.005;
/** Between which widths a space is one to pdf.js, which else cuts the line. */
export const [narrow, wide] = [0.11, 0.55];
/** How far before its end what follows a glyph stands, so that it is before the next one, */
export const behind = 0.012;
/** and how far apart. */
export const apart = 0.003;
/** How wide a place is that is only there to begin with. */
export const hair = 0.04;
