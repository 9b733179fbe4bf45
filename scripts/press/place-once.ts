import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { isThere } from "./is-there.ts";

/**
 * Fills a folder once for all who need it: aside, then into place by a rename, so that nobody sees half of one.
 * @param home
 *   Where it is to be.
 * @param name
 *   What it is called there.
 * @param fill
 *   Fills the folder aside, and says what is kept in its mark.
 * @returns
 *   Its path.
 * @throws
 *   What `fill` throws; nothing is left then.
 */
export async function placeOnce(
  home: string,
  name: string,
  fill: (aside: string) => Promise<string>,
): Promise<string> {
  const folder = path.join(home, name);
  const ready = path.join(folder, "ready");
  if (await isThere(ready)) return folder;
  const aside = await mkdtemp(path.join(home, "unpack-"));
  try {
    await writeFile(path.join(aside, "ready"), await fill(aside));
    // Whoever comes first wins; a folder without the mark is what a killed process left.
    if (!(await isThere(ready))) {
      await rm(folder, { recursive: true, force: true });
      await rename(aside, folder);
    }
  } catch (error) {
    // Another process may have put it into place in between.
    if (!(await isThere(ready))) throw error;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return folder;
}
