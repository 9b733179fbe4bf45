/** The program in README.md, where types are checked. Nobody runs it. */
import { build, diskWorld, realSteps, report } from "../../scripts/index.ts";

const world = diskWorld(process.cwd(), process.env);
const { files, made } = await build(
  { world, steps: realSteps(world, "0.1.0") },
  { inputs: ["my-text.md"], formats: ["booklet", "web"], out: "dist", jobs: 2, write: true },
);
for (const { format, files: paths } of made) console.log(format, paths);
const { exit, messages } = report(files, made, { cwd: world.cwd, json: false, quiet: true });
process.stderr.write(messages);
process.exitCode = exit;
