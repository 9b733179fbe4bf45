import type { VFile } from "vfile";
import type { VFileMessage } from "vfile-message";
import { isBroken } from "../complaints/faults.ts";
import type { Manuscript } from "../types.ts";
import { originalsOf } from "./originals-of.ts";

/** What is known of texts from one build to the next. */
export interface Kept {
  /**
   * Chooses the texts that have to be built.
   * @param manuscripts
   *   Texts, read anew. Those that need no building get the complaints they had; what was only told is not told again.
   * @param others
   *   Originals that are only compared with.
   * @returns
   *   Texts that have changed, or whose original has, and those that did not come out whole the last time.
   */
  choose(manuscripts: readonly Manuscript[], others: readonly Manuscript[]): Manuscript[];
  /** Whether any of the texts chosen last has changed since the time before. */
  changed(): boolean;
  /** Has a text built again, by the absolute path of its file; else all. */
  forget(path?: string): void;
  /**
   * Keeps how texts came out.
   * @param files
   *   Their files, with all complaints.
   */
  keep(files: readonly VFile[]): void;
}

/** A text as it was built. */
interface Text {
  /** All that its editions are made of, but for the files it names. */
  content: string;
  original: VFile | undefined;
  /** Complaints of a text that came out whole. */
  messages?: VFileMessage[];
}

/** Opens a memory for the builds of one process. */
export function openKept(): Kept {
  let texts = new Map<string, Text>();
  let changed = false;
  return {
    choose(manuscripts, others) {
      const originals = originalsOf([...manuscripts, ...others]);
      const before = texts;
      texts = new Map();
      changed = false;
      return manuscripts.filter((one) => {
        const original = originals.get(one);
        const content = contentOf(one) + (original ? contentOf(original) : "");
        const known = before.get(one.file.path);
        const same = known?.content === content;
        changed ||= !same;
        texts.set(one.file.path, { ...(same && known), content, original: original?.file });
        if (!same || !known.messages) return true;
        one.file.messages.splice(0, one.file.messages.length, ...known.messages);
        return false;
      });
    },
    changed: () => changed,
    forget(path) {
      if (path === undefined) texts.clear();
      else texts.delete(path);
    },
    keep(files) {
      // What could not be put on disk is no complaint of a text.
      if (files.some((file) => file.messages.some(({ ruleId }) => ruleId === "write-failed")))
        return;
      for (const file of files) {
        const text = texts.get(file.path);
        if (!text || isBroken(file) || (text.original && isBroken(text.original))) continue;
        text.messages = file.messages.filter(({ fatal }) => fatal !== undefined);
      }
    },
  };
}

function contentOf({ file, language, work, matter, given }: Manuscript): string {
  const said = file.messages.map(({ reason }) => reason);
  return JSON.stringify([String(file), language, work, matter, [...given], said]);
}
