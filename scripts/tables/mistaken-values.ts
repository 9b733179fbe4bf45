/** What people write for values of flags, in small letters, and what they most likely mean. */
export const mistakenValues: Readonly<Record<string, string>> = {
  a3: "iso",
  a4: "iso",
  a5: "iso",
  brochure: "leaflet",
  flyer: "quarter-sheet",
  html: "web",
  ledger: "tabloid",
  legal: "us",
  letter: "us",
  online: "web",
  tabloid: "us",
  website: "web",
};
