import { type PDFDocument, PDFName, PDFString } from "@cantoo/pdf-lib";
import { srgbProfile } from "./srgb-profile.ts";

const condition = "sRGB IEC61966-2.1";
const profile = srgbProfile();

/**
 * Says that the colours of the file are those of sRGB, and brings the profile, so that they can be shown
 * alike when nobody knows any more what a screen was.
 * @param document
 *   PDF, changed in place.
 */
export function setOutputIntent(document: PDFDocument): void {
  const { context, catalog } = document;
  const intent = context.obj({
    Type: "OutputIntent",
    // ISO 19005-2, 6.2.3: the name says PDF/A of whatever part.
    S: "GTS_PDFA1",
    OutputConditionIdentifier: PDFString.of(condition),
    RegistryName: PDFString.of("http://www.color.org"),
    Info: PDFString.of(condition),
    DestOutputProfile: context.register(context.flateStream(profile, { N: 3 })),
  });
  catalog.set(PDFName.of("OutputIntents"), context.obj([intent]));
}
