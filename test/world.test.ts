import { execFileSync } from "node:child_process";
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  truncate,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { whyUnwritten } from "../scripts/tables/write-errors.ts";
import { diskWorld } from "../scripts/world/disk.ts";
import { openKeep } from "../scripts/world/keep.ts";
import { notedWorld } from "../scripts/world/noted.ts";
import { isWithin, readWithin } from "../scripts/world/within.ts";

const test = suite<{ folder: string }>("world");

test.before.each(async (context) => {
  context.folder = await mkdtemp(join(tmpdir(), "handbill-world-"));
});

test.after.each(async ({ folder }) => {
  await rm(folder, { recursive: true });
});

test("should read a file whose name is spelled with letters and accents apart", async ({
  folder,
}) => {
  const world = diskWorld(folder, {});
  await writeFile(join(folder, "Größe.png".normalize("NFD")), "alpha");
  await writeFile(join(folder, "Photo.JPG"), "bravo");
  await symlink(join(folder, "nowhere"), join(folder, "ä".normalize("NFD")));
  await mkdir(join(folder, "Fotos für uns".normalize("NFD")));
  await writeFile(join(folder, "Fotos für uns".normalize("NFD"), "a.png"), "alpha");
  for (const name of ["Größe.png", "Fotos für uns/a.png"]) {
    const reading = await readWithin(world, folder, join(folder, name.normalize("NFC")));
    assert.ok("bytes" in reading && new TextDecoder().decode(reading.bytes) === "alpha", name);
  }
  for (const [name, expected] of [
    ["photo.png", /no such file; did you mean “Photo\.JPG”\?/],
    ["ä".normalize("NFC"), /no such file/],
    ["fotos fur uns/a.png", /no such file; did you mean “Fotos für uns”\?/u],
    ["Photo.JPG/", /no such file; did you mean “Photo\.JPG”\?/],
    ["other.svg", /no such file$/],
    ["deep/Photo.JPG", /no such file$/],
    ["../Photo.JPG", /no such file$/],
  ] as const)
    assert.match(
      (await refusal(readWithin(world, folder, join(folder, name)))).normalize(),
      expected,
      name,
    );
});

test("should put a file in place and leave nothing beside it", async ({ folder }) => {
  const world = diskWorld(folder, {});
  const path = join(folder, "deep", "a.txt");
  await world.replace(path, bytes("old"));
  await world.replace(path, bytes("new"));
  assert.is(await readFile(path, "utf8"), "new");
  assert.equal(await readdir(join(folder, "deep")), ["a.txt"]);
});

test("should leave the old file whole when the new one cannot be put in place", async ({
  folder,
}) => {
  const world = diskWorld(folder, {});
  const path = join(folder, "taken");
  await mkdir(path);
  await writeFile(join(path, "inside"), "old");
  let code: string | undefined;
  await world.replace(path, bytes("new")).catch((error) => {
    code = error.code;
  });
  assert.ok(code);
  assert.equal(await readdir(folder), ["taken"]);
  assert.is(await readFile(join(path, "inside"), "utf8"), "old");
});

test("should say what is in the way of a folder, and not that it is missing", async ({
  folder,
}) => {
  const world = diskWorld(folder, {});
  // Node says of this as of a disk that can only be read that there is no such folder.
  await symlink(join(folder, "nowhere"), join(folder, "link"));
  const error = await world
    .replace(join(folder, "link", "deep", "a.txt"), bytes("a"))
    .catch((reason: unknown) => reason);
  assert.is((error as { code?: string }).code, "EEXIST");
  assert.is(whyUnwritten(error), "a file is where a folder should be (EEXIST)");
  assert.is(whyUnwritten({ code: "EROFS" }), "the disk can only be read (EROFS)");
  assert.is(whyUnwritten({ code: "EBUSY" }), "another program has it open (EBUSY)");
  assert.is(whyUnwritten({ code: "EXYZ" }), "EXYZ");
});

test("should take away what is half written when the process ends", async ({ folder }) => {
  const world = diskWorld(folder, {}, { id: 33, runs: () => true });
  const seen: string[][] = [];
  async function* slowly() {
    yield "half";
    seen.push(await readdir(folder));
    world.abandon();
    seen.push(await readdir(folder));
  }
  await world.replace(join(folder, "a"), slowly() as unknown as Uint8Array).then(
    () => assert.unreachable(),
    (error: NodeJS.ErrnoException) => assert.is(error.code, "ENOENT"),
  );
  assert.equal(seen, [[".handbill-33-0.tmp"], []]);
  world.abandon();
});

test("should sweep what a writer that is gone left half written", async ({ folder }) => {
  for (const name of [".handbill-11-0.tmp", ".handbill-22-3.tmp", "handbill-11-0.tmp"])
    await writeFile(join(folder, name), "half");
  const world = diskWorld(folder, {}, { id: 33, runs: (id) => id === 22 });
  await world.replace(join(folder, "a"), bytes("whole"));
  assert.equal(await world.list(folder), [".handbill-22-3.tmp", "a", "handbill-11-0.tmp"]);
});

test("should sweep after an hour what a program that names no writer left half written", async ({
  folder,
}) => {
  for (const name of [".handbill-0-0.tmp", ".handbill-0-1.tmp", ".handbill-0-2.tmp"])
    await writeFile(join(folder, name), "half");
  const [old, recent] = [61, 59].map((minutes) => new Date(Date.now() - minutes * 60_000));
  await utimes(join(folder, ".handbill-0-0.tmp"), old as Date, old as Date);
  await utimes(join(folder, ".handbill-0-1.tmp"), recent as Date, recent as Date);
  const world = diskWorld(folder, {});
  await world.replace(join(folder, "a"), bytes("whole"));
  assert.equal(await world.list(folder), [".handbill-0-1.tmp", ".handbill-0-2.tmp", "a"]);
  await utimes(join(folder, ".handbill-0-2.tmp"), old as Date, old as Date);
  const command = diskWorld(folder, {}, { id: 33, runs: () => true });
  await command.replace(join(folder, "b"), bytes("whole"));
  assert.equal(await world.list(folder), [".handbill-0-1.tmp", "a", "b"]);
});

test("should write beside what a killed process of its own id left half written", async ({
  folder,
}) => {
  // In a container the first process has the same id each time.
  await writeFile(join(folder, ".handbill-33-0.tmp"), "half");
  const world = diskWorld(folder, {}, { id: 33, runs: () => true });
  const names = ["a", "b", "c"];
  await Promise.all(names.map((name) => world.replace(join(folder, name), bytes("whole"))));
  assert.equal(await world.list(folder), names);
});

test("should write into a folder that another of its id writes into", async ({ folder }) => {
  // Programs that name no writer have all one id, and may be at work side by side.
  await writeFile(join(folder, ".handbill-0-0.tmp"), "half");
  await diskWorld(folder, {}).replace(join(folder, "a"), bytes("whole"));
  assert.equal(await readdir(folder), [".handbill-0-0.tmp", "a"]);
});

test("should say at once that no folder can be made", async ({ folder }) => {
  // Linux says there that the folder it is asked to make is missing.
  await writeFile(join(folder, "file"), "");
  for (const path of ["/proc/nothing/inside/a", join(folder, "file", "inside", "a")]) {
    await diskWorld(folder, {})
      .replace(path, bytes("text"))
      .then(
        () => assert.unreachable(),
        (error: NodeJS.ErrnoException) =>
          assert.match(error.code ?? "", /^(ENOENT|EEXIST|ENOTDIR)$/),
      );
  }
  await diskWorld(folder, {}).replace(join(folder, "b", "c", "d"), bytes("text"));
});

test("should list a folder in the order of code units", async ({ folder }) => {
  const names = ["B", "a", "\u{1f600}", "\uff5e"];
  for (const name of names) await writeFile(join(folder, name), "");
  assert.equal(await diskWorld(folder, {}).list(folder), names);
});

test("should tell what is there", async ({ folder }) => {
  const world = diskWorld(folder, {});
  await writeFile(join(folder, "a"), "abc");
  const found = await world.stat(join(folder, "a"));
  assert.equal([found?.kind, found?.size], ["file", 3]);
  assert.is((await world.stat(folder))?.kind, "folder");
  assert.is((await world.stat("/dev/null"))?.kind, "other");
  assert.is(await world.stat(join(folder, "b")), undefined);
  assert.is(await world.stat(join(folder, "a", "b")), undefined);
});

test("should not wait for a pipe that nobody writes to", async ({ folder }) => {
  const world = diskWorld(folder, {});
  const pipe = join(folder, "pipe.png");
  execFileSync("mkfifo", [pipe]);
  assert.match(await refusal(readWithin(world, folder, pipe)), "a pipe or a device, not a file");
  await world.read(pipe).then(
    () => assert.unreachable(),
    (error: Error) => assert.match(error.message, "not a regular file"),
  );
});

test("should say of a folder that it is one", async ({ folder }) => {
  await mkdir(join(folder, "sub.png"));
  const reading = await readWithin(diskWorld(folder, {}), folder, join(folder, "sub.png"));
  const refused = "it is a folder; name a file in it";
  assert.equal(reading, { refused, rule: "file-missing" });
});

test("should not follow a link when it reads", async ({ folder }) => {
  await writeFile(join(folder, "a"), "token");
  await symlink("a", join(folder, "b"));
  await diskWorld(folder, {})
    .read(join(folder, "b"))
    .then(
      () => assert.unreachable(),
      (error: NodeJS.ErrnoException) => assert.is(error.code, "ELOOP"),
    );
});

test("should read a publication's files and no others", async ({ folder }) => {
  const world = diskWorld(folder, {});
  const inside = join(folder, "work");
  await mkdir(inside);
  await mkdir(join(folder, "work-of-another"));
  await writeFile(join(folder, "secret"), "token");
  await writeFile(join(folder, "work-of-another", "a"), "token");
  await writeFile(join(inside, "..a"), "own");
  await symlink("../secret", join(inside, "link"));
  await symlink("..", join(inside, "up"));
  await symlink("loop", join(inside, "loop"));
  await symlink("..a", join(inside, "own-link"));
  for (const name of ["..a", "own-link", "./..a"]) {
    const reading = await readWithin(world, inside, join(inside, name));
    assert.is("bytes" in reading && new TextDecoder().decode(reading.bytes), "own", name);
  }
  const outside = [
    "../secret",
    "link",
    "up/secret",
    "../work-of-another/a",
    "..",
    "/dev/zero",
    "a\0b",
  ];
  for (const name of outside) {
    const path = name.startsWith("/") ? name : `${inside}/${name}`;
    assert.match(await refusal(readWithin(world, inside, path)), "path-outside", name);
  }
  // What lies outside is not even told of.
  assert.is(
    await refusal(readWithin(world, inside, `${inside}/../Secret`)),
    "file-missing: there is no such file",
  );
  await truncate(join(inside, "..a"), 64 * 1024 * 1024 + 1);
  for (const [name, said] of [
    ["..a", "file-size: it is larger than 64 MiB"],
    ["nothing", "file-missing: there is no such file"],
    ["loop", "file-missing: it is a link that leads nowhere"],
  ] as const)
    assert.is(await refusal(readWithin(world, inside, join(inside, name))), said);
});

test("should know what lies in a folder", () => {
  for (const path of ["/a/b", "/a/b/c", "/a/b/..c", "/a/b/c:d", "/a/b/\\c"])
    assert.ok(isWithin("/a/b", path), path);
  for (const path of ["/a", "/a/bc", "/a/c", "/"]) assert.not(isWithin("/a/b", path), path);
});

test("should stamp a file anew whenever something else may be in it", async ({ folder }) => {
  const world = diskWorld(folder, {});
  const path = join(folder, "a");
  const stamps = new Set<string | undefined>();
  for (const change of [
    () => writeFile(path, "abc"),
    () => writeFile(path, "abcd"),
    // As editors save: another file, of the same size, takes its place.
    () => writeFile(join(folder, "b"), "wxyz").then(() => rename(join(folder, "b"), path)),
  ]) {
    await change();
    stamps.add((await world.stat(path))?.stamp);
  }
  assert.is(stamps.size, 3);
});

test("should tell of changes at paths, and of no others", async ({ folder }) => {
  const world = diskWorld(folder, {});
  await mkdir(join(folder, "in"));
  await writeFile(join(folder, "a"), "");
  await writeFile(join(folder, "b"), "");
  const { signal } = new AbortController();
  const seen = async (paths: string[], act: () => Promise<unknown>, most = 10_000) => {
    const all = new Set(paths.map((one) => join(folder, one)));
    const folders = new Set([...all].filter((one) => one.endsWith("in")));
    const waiting = world.change({ paths: all, folders }, most, signal);
    await act();
    return waiting;
  };
  assert.ok(await seen(["a"], () => writeFile(join(folder, "a"), "x")), "written");
  assert.ok(await seen(["a"], () => rename(join(folder, "b"), join(folder, "a"))), "replaced");
  assert.ok(await seen(["a"], () => rm(join(folder, "a"))), "removed");
  assert.ok(await seen(["a"], () => writeFile(join(folder, "a"), "")), "made");
  assert.ok(await seen(["in"], () => writeFile(join(folder, "in", "c"), "")), "in a folder");
  assert.not(await seen(["a"], () => writeFile(join(folder, "d"), ""), 200), "beside it");
  assert.not(await seen(["nowhere/a"], async () => {}, 50), "where no folder is");
  const end = new AbortController();
  const waiting = world.change(
    { paths: new Set(), folders: new Set([folder]) },
    10_000,
    end.signal,
  );
  end.abort();
  assert.not(await waiting);
});

test("should note what is asked, and know when the answer is another", async ({ folder }) => {
  const path = (name: string) => join(folder, name);
  await writeFile(path("a"), "a");
  const world = notedWorld(diskWorld(folder, {}));
  const changes = async () => (await world.changes()).map(({ asked, by }) => `${asked} ${by}`);
  await world.read(path("a"));
  await world.askedBy("one").stat(path("b"));
  await world.askedBy("two").list(folder);
  assert.equal(await changes(), []);
  await writeFile(path("a"), "ab");
  assert.equal(await changes(), ["read undefined"]);
  await writeFile(path("b"), "b");
  assert.equal(await changes(), ["stat one", "list two"]);
  assert.equal(await changes(), []);
  world.askedBy("two");
  await rm(path("a"));
  await rm(path("b"));
  assert.equal(await changes(), ["read undefined", "stat one"]);
  assert.equal(world.places(), { paths: new Set([path("a"), path("b")]), folders: new Set() });
});

test("should keep things for the next run, and give back only what is whole", async ({
  folder,
}) => {
  const keep = openKeep(join(folder, "faces"));
  assert.is(await keep.read("one"), undefined);
  await keep.write("one", bytes("a font"));
  assert.is(String(await openKeep(join(folder, "faces")).read("one")), "a font");
  assert.equal(await readdir(join(folder, "faces")), ["one"]);
  const file = join(folder, "faces", "one");
  for (const damaged of [(await readFile(file)).subarray(0, 36), new Uint8Array()]) {
    await writeFile(file, damaged);
    assert.is(await keep.read("one"), undefined);
  }
});

test("should do without what cannot be kept", async ({ folder }) => {
  const keep = openKeep(join(folder, "a file"));
  await writeFile(join(folder, "a file"), "");
  await keep.write("one", bytes("a font"));
  assert.is(await keep.read("one"), undefined);
});

test.run();

async function refusal(reading: ReturnType<typeof readWithin>): Promise<string> {
  const read = await reading;
  return "refused" in read ? `${read.rule}: ${read.refused}` : "read";
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
