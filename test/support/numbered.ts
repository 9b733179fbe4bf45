import { PDFDocument, rgb, StandardFonts } from "@cantoo/pdf-lib";

/**
 * A PDF whose pages tell themselves apart: each has its number, and a bar whose length is its own; all share a font.
 * Boxes have an origin of their own, as the finish leaves them.
 */
export async function numbered(
  pages: number,
  size: readonly [width: number, height: number],
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = await document.embedFont(StandardFonts.Helvetica);
  const [width, height] = size;
  for (let number = 1; number <= pages; number++) {
    const page = document.addPage([width, height]);
    page.drawText(String(number), { x: width / 2 - 20, y: height / 2, size: 60, font });
    const length = (number / pages) * (width - 100);
    page.drawRectangle({ x: 50, y: 40, width: length, height: 12, color: rgb(0, 0, 0) });
    page.drawRectangle({ x: 30, y: height - 60, width: 20, height: 20, color: rgb(0.5, 0, 0) });
    page.setTrimBox(0, 0, width, height);
  }
  return document.save();
}
