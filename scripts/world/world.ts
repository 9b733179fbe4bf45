/** Everything outside the program that a build may touch. The command line makes the real one; tests fake it. */
export interface World {
  /** Working folder, absolute; inputs and outputs are resolved against it. */
  readonly cwd: string;
  /** Seconds since 1970 for dates in outputs when neither the environment nor the work gives one. */
  readonly now: () => Date;
  /** The few variables we read, by name. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What is at an absolute path; links are followed. `undefined`: nothing there. */
  stat(path: string): Promise<{ kind: "file" | "folder" | "other"; size: number } | undefined>;
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
