/** What libraries say of damage, and how people say it. */
const words: readonly (readonly [said: RegExp, meant: string])[] = [
  [/header found/i, "it doesn't begin like one"],
  [/without end/, "drawings stand in drawings without end"],
  [/larger than/, "it unpacks to more than any page needs"],
  [/not supported/i, "it is stored in a way we don't know"],
  [/check|distance|lengths?|code|block|end of file/i, "its compressed data are broken"],
];

/**
 * Says in plain words why something couldn't be read.
 * @param error
 *   What was thrown.
 * @returns
 *   A clause.
 */
export function sayWhy(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  return words.find(([pattern]) => pattern.test(said))?.[1] ?? "parts of it are missing or garbled";
}
