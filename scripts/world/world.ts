/** What is at a path. */
export interface Found {
  kind: "file" | "folder" | "other";
  size: number;
  /** Is another one whenever what is in the file may be. */
  stamp: string;
}

/** Everything outside the program that a build may touch. The command line makes the real one; tests fake it. */
export interface World {
  /** Working folder, absolute; inputs and outputs are resolved against it. */
  readonly cwd: string;
  /** The clock, for what is said while it is watched: no output is dated by it. */
  readonly now: () => Date;
  /** The few variables we read, by name. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What is at an absolute path; links are followed. `undefined`: nothing there. */
  stat(path: string): Promise<Found | undefined>;
  /** Names in a folder, sorted by code unit. */
  list(path: string): Promise<string[]>;
  /** Bytes of a regular file. */
  read(path: string): Promise<Uint8Array>;
  /** The path with every symbolic link resolved. */
  real(path: string): Promise<string>;
  /** Puts a whole file in place: an old one stays as it was until the new one is complete on disk. */
  replace(path: string, bytes: Uint8Array): Promise<void>;
  /** Removes a file if it is there. */
  remove(path: string): Promise<void>;
}

/** What to look at, by absolute path. */
export interface Places {
  /** Files and folders, also where nothing is yet. */
  paths: ReadonlySet<string>;
  /** Folders whose names count. */
  folders: ReadonlySet<string>;
}

/** A world that also tells when something in it changes. */
export interface WatchedWorld extends World {
  /**
   * Waits until something changes at some places. Nobody promises that it did, nor that all of it is told.
   * @param places
   *   Places.
   * @param most
   *   Longest wait, in milliseconds.
   * @param signal
   *   Ends the wait.
   * @returns
   *   Whether something was seen.
   */
  change(places: Places, most: number, signal: AbortSignal): Promise<boolean>;
}
