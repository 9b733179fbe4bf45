import { spawn } from "node:child_process";

/**
 * Tries whether the system can start a program at all: a script may name an interpreter, a program a loader, that is not
 * there, and the browser's driver does not see that.
 * @param path
 *   A file that may be run.
 * @returns
 *   Why it cannot be started, a clause; `undefined` where it can.
 */
export function tryStart(path: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const program = spawn(path, ["--version"], { stdio: "ignore", env: {} });
    program.once("error", ({ code }: NodeJS.ErrnoException) =>
      resolve(reasons[code ?? ""] ?? `${code}`),
    );
    program.once("spawn", () => {
      program.kill("SIGKILL");
      resolve(undefined);
    });
  });
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "what it is to be run by is not on this machine",
  ENOEXEC: "it is made for another kind of machine",
  EACCES: "the system does not allow it",
};
