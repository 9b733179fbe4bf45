import { execFile, execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** Profiles that every PDF for a screen is held against: PDF/UA-1 and PDF/A-2a. */
export const flavours = ["ua1", "2a"] as const;

/** A rule that a file breaks. */
export interface Failure {
  flavour: string;
  /** Clause of the standard and number of the test in it, `7.1-3`. */
  rule: string;
  /** How often. */
  count: number;
  message: string;
  /** Where first, as a path through the file's objects. */
  context: string;
}

/** Where `.ci/run` puts the validator; `VERAPDF_JAR` names another place. */
const jar =
  process.env.VERAPDF_JAR ?? join(homedir(), ".cache", "handbill", "verapdf", "cli-1.30.2.jar");

/**
 * What is missing to run veraPDF.
 * @returns
 *   A reason to skip, else nothing.
 */
export function lackOfVeraPdf(): string | undefined {
  if (!existsSync(jar)) return "veraPDF is not installed";
  try {
    execFileSync("java", ["-version"], { stdio: "ignore" });
    return undefined;
  } catch {
    return "Java is not installed";
  }
}

/**
 * Holds files against both profiles, each profile in one run of Java over all files.
 *
 * A run costs 1.5 s before the first file; after that a booklet costs 0.2 s a profile. One run for both, through
 * veraPDF's library, was measured and is no faster.
 * @param files
 *   Paths.
 * @param profiles
 *   As veraPDF names them.
 * @returns
 *   Failures by path, in the order of the files; of a sound file, none.
 */
export async function validate(
  files: readonly string[],
  profiles: readonly string[] = flavours,
): Promise<Map<string, Failure[]>> {
  const found = new Map<string, Failure[]>(files.map((file) => [file, []]));
  const reports = await Promise.all(profiles.map((flavour) => runOn(files, flavour)));
  for (const [index, { report }] of reports.entries()) {
    const flavour = profiles[index] as string;
    if (report.jobs.length !== files.length) throw new Error("veraPDF did not read every file");
    for (const job of report.jobs)
      found.get(job.itemDetails.name)?.push(...failuresOf(job, flavour));
  }
  return found;
}

/**
 * Failures in words, a line for each rule that is broken.
 * @param failures
 *   By path, as `validate` finds them.
 */
export function describe(failures: ReadonlyMap<string, readonly Failure[]>): string {
  const lines = new Map<string, { count: number; files: number; first: string }>();
  for (const [file, list] of failures) {
    for (const { flavour, rule, count, message, context } of list) {
      const first = `first in ${file}: ${message} (${context})`;
      const line = lines.get(`${flavour} ${rule}`) ?? { count: 0, files: 0, first };
      lines.set(`${flavour} ${rule}`, line);
      line.count += count;
      line.files++;
    }
  }
  return [...lines]
    .map(([rule, { count, files, first }]) => `${rule}: ${count} in ${files} files, ${first}\n`)
    .sort()
    .join("");
}

interface Job {
  itemDetails: { name: string };
  validationResult?: {
    details: {
      ruleSummaries: {
        clause: string;
        testNumber: number;
        failedChecks: number;
        description: string;
        checks: { context: string; errorMessage?: string }[];
      }[];
    };
  }[];
  taskException?: { exceptionMessage: string };
}

function failuresOf(job: Job, flavour: Failure["flavour"]): Failure[] {
  if (!job.validationResult) {
    const message = job.taskException?.exceptionMessage ?? "could not be read";
    return [{ flavour, rule: "none", count: 1, message, context: "file" }];
  }
  return job.validationResult.flatMap(({ details }) =>
    details.ruleSummaries.map(({ clause, testNumber, failedChecks, description, checks }) => ({
      flavour,
      rule: `${clause}-${testNumber}`,
      count: failedChecks,
      message: checks[0]?.errorMessage ?? description,
      context: checks[0]?.context ?? "",
    })),
  );
}

function runOn(files: readonly string[], flavour: string): Promise<{ report: { jobs: Job[] } }> {
  const options = ["--flavour", flavour, "--format", "json", "--maxfailuresdisplayed", "1"];
  return new Promise((resolve, reject) => {
    execFile(
      "java",
      ["-jar", jar, ...options, ...files],
      { maxBuffer: 2 ** 28 },
      // It exits with 1 when a file fails, which is an answer.
      (error, output) => {
        try {
          resolve(JSON.parse(output));
        } catch {
          reject(error ?? new Error("veraPDF said nothing that can be read"));
        }
      },
    );
  });
}
