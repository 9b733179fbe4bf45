import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);

/**
 * Writes a fontconfig that knows one folder of ours, so that no font of the system is ever found.
 * @param home
 *   Folder for it.
 * @returns
 *   Path of the file.
 */
export async function fontConfiguration(home: string): Promise<string> {
  const fonts = path.dirname(
    require.resolve("@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf"),
  );
  const file = path.join(home, "fonts.conf");
  const text = `<?xml version="1.0"?><fontconfig><dir>${inXml(fonts)}</dir><cachedir>${inXml(home)}/fontconfig</cachedir></fontconfig>\n`;
  if ((await readFile(file, "utf8").catch(() => "")) !== text) {
    const aside = path.join(await mkdtemp(path.join(home, "fonts-")), "fonts.conf");
    await writeFile(aside, text);
    await rename(aside, file);
    await rm(path.dirname(aside), { recursive: true });
  }
  return file;
}

/** One that is not well-formed is passed over, for that of the system with all its fonts. */
function inXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
