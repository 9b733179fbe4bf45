import { execFileSync } from "node:child_process";
import { cp, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { suite } from "uvu";
import * as assert from "uvu/assert";

const test = suite("odd folder");
const clone = fileURLToPath(new URL("../", import.meta.url));
let folder: string;

test.before(async () => {
  folder = await mkdtemp(join(tmpdir(), "é #1 100% "));
});
test.after(() => rm(folder, { recursive: true, force: true }));

test("should work from a clone whose path has spaces, signs of addresses and other letters", async () => {
  for (const name of ["bin", "scripts", "styles", "profiles", "package.json", "tsconfig.json"])
    await cp(join(clone, name), join(folder, name), { recursive: true });
  await symlink(join(clone, "node_modules"), join(folder, "node_modules"));
  await writeFile(join(folder, "a.md"), "# Title\n\nAlpha.\n");
  const line = ["build", "a.md", "--format", "handout,web", "--status", "draft"];
  const said = execFileSync(process.execPath, [join(folder, "bin/handbill.mjs"), ...line], {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  assert.match(said, /2 editions made/u);
});

test.run();
