import { join } from "node:path";
import type { Steps } from "../build/parts.ts";
import { copyMaker } from "../copies/copy-makers.ts";
import { pictureDrawer } from "../copies/picture-png.ts";
import { readDocument } from "../document/document.ts";
import { openPhotos, type Photos } from "../photos/photos.ts";
import type { Press as Printer } from "../press/press.ts";
import { compareTranslation } from "../translation/compare.ts";
import type { Manuscript } from "../types.ts";
import { checkDocument } from "../words/ledger.ts";
import { type Keep, openKeep } from "../world/keep.ts";
import { readWithin } from "../world/within.ts";
import type { World } from "../world/world.ts";
import { finishEdition } from "./finish-edition.ts";
import { openFinishing } from "./finishing.ts";
import { lazyPress } from "./lazy-press.ts";
import { setEdition } from "./set-edition.ts";

/**
 * Ties the steps together as a build runs them.
 * @param world
 *   Where images come from, and which browser is wished for.
 * @param version
 *   Our version, for the files made.
 * @param printer
 *   A press opened before, to print with; whoever opened it closes it where no build comes to.
 */
export function realSteps(world: World, version: string, printer?: Printer): Steps {
  const finishing = openFinishing();
  const keep = keepOf(world.env);
  const photos = openPhotos();
  return {
    readDocument: (manuscript) =>
      readDocument(manuscript, imagesOf(world, manuscript, photos)).finally(photos.rest),
    checkDocument,
    compareTranslation,
    setEdition: (edition) => setEdition(edition, keep),
    openPress: (jobs) => lazyPress({ opened: printer, jobs, env: world.env, finishing }),
    finishPdf: (printed, edition, pages, date) =>
      finishEdition(printed, edition, pages, { date, version, finishing }),
    makeCopy: copyMaker(world),
    drawPicture: pictureDrawer(world.env),
  };
}

function imagesOf(world: World, { work, file }: Manuscript, photos: Photos) {
  return {
    smaller: photos.smaller,
    isDamaged: photos.isDamaged,
    async read(path: string): Promise<Uint8Array> {
      const reading = await readWithin(world, work.folder, `${file.dirname}/${path}`);
      if ("bytes" in reading) return reading.bytes;
      throw Object.assign(new Error(reading.refused), { rule: reading.rule });
    },
  };
}

/** Where whole faces are kept, beside the browser; `undefined` where there is no room for that either. */
function keepOf(env: World["env"]): () => Promise<Keep | undefined> {
  let opened: Promise<Keep | undefined> | undefined;
  const open = async () => {
    const { cacheFolder } = await import("../press/cache-folder.ts");
    return openKeep(join(await cacheFolder(env), "faces"));
  };
  return () => {
    opened ??= open().catch(() => undefined);
    return opened;
  };
}
