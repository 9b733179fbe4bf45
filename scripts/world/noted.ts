import type { Places, World } from "./world.ts";

/** What was asked of a world. */
type Question = "list" | "read" | "stat";

/** An answer that is another one by now. */
export interface Change {
  asked: Question;
  /** Absolute path. */
  path: string;
  /** Name of who asked, where it has one. */
  by?: string | undefined;
}

/** A world that notes what it is asked. */
export interface NotedWorld extends World {
  /** The same world for somebody with a name; what was noted of them before is forgotten. */
  askedBy(name: string): World;
  /** Notes that files are there which somebody with a name made. */
  made(name: string, paths: readonly string[]): Promise<void>;
  /** What it was asked about. */
  places(): Places;
  /** What has changed since it was asked about, or since this was called last. */
  changes(): Promise<Change[]>;
}

/**
 * Notes what a world is asked and answers, so that whoever asked can learn when that is no longer so.
 * @param world
 *   World.
 */
export function notedWorld(world: World): NotedWorld {
  const notes = new Map<string, Note>();
  const note = async (question: Change): Promise<void> => {
    const { asked, path, by } = question;
    const answer = await answerOf(world, question);
    notes.set(JSON.stringify([asked, path, by]), { asked, path, by, answer });
  };
  // Noted before it is asked: what changes in between is seen to have changed.
  const noting = (by?: string): World => ({
    ...world,
    async stat(path) {
      await note({ asked: "stat", path, by });
      return world.stat(path);
    },
    async list(path) {
      await note({ asked: "list", path, by });
      return world.list(path);
    },
    async read(path) {
      await note({ asked: "read", path, by });
      return world.read(path);
    },
  });
  return {
    ...noting(),
    askedBy(name) {
      for (const [key, { by }] of notes) if (by === name) notes.delete(key);
      return noting(name);
    },
    async made(name, paths) {
      for (const path of paths) await note({ asked: "stat", path, by: name });
    },
    places() {
      const all = [...notes.values()];
      const listed = all.filter(({ asked }) => asked === "list");
      return {
        paths: new Set(all.map(({ path }) => path)),
        folders: new Set(listed.map(({ path }) => path)),
      };
    },
    async changes() {
      const changes: Change[] = [];
      for (const before of [...notes.values()]) {
        const answer = await answerOf(world, before);
        if (answer !== before.answer) changes.push(before);
        before.answer = answer;
      }
      return changes;
    },
  };
}

interface Note extends Change {
  answer: string;
}

/** What is answered, for comparison; a folder stays the same whatever is in it. */
async function answerOf(world: World, { asked, path }: Change): Promise<string> {
  try {
    if (asked === "list") return JSON.stringify(await world.list(path));
    const found = await world.stat(path);
    return found ? `${found.kind} ${asked === "read" ? found.stamp : ""}` : "";
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code);
  }
}
