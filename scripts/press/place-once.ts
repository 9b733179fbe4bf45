import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/**
 * Fills a folder once for all who need it: aside, then into place by a rename, so that nobody sees half of one.
 * @param home
 *   Where it is to be.
 * @param name
 *   What it is called there.
 * @param fill
 *   Fills the folder aside, and says what is kept in its mark.
 * @param isWhole
 *   Whether what is there, by its mark, is as it was put there; it is put there again if not.
 * @returns
 *   Its path.
 * @throws
 *   What `fill` throws; nothing is left then.
 */
export async function placeOnce(
  home: string,
  name: string,
  fill: (aside: string) => Promise<string>,
  isWhole: (folder: string, mark: string) => Promise<boolean> = async () => true,
): Promise<string> {
  const folder = path.join(home, name);
  const isReady = async () => {
    const mark = await readFile(path.join(folder, "ready"), "utf8").catch(() => undefined);
    return mark !== undefined && (await isWhole(folder, mark));
  };
  if (await isReady()) return folder;
  const aside = await mkdtemp(path.join(home, "unpack-"));
  try {
    await writeFile(path.join(aside, "ready"), await fill(aside));
    // Whoever comes first wins; a folder without the mark is what a killed process left.
    if (!(await isReady())) {
      await rm(folder, { recursive: true, force: true });
      await rename(aside, folder);
    }
  } catch (error) {
    // Another process may have put it into place in between.
    if (!(await isReady())) throw error;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return folder;
}
