import { suite } from "uvu";
import * as assert from "uvu/assert";
import { newWork } from "../scripts/command/new.ts";
import { memoryWorld } from "./support/world-memory.ts";

const test = suite("new");

test("should leave nothing where the disk is full before all is written", async () => {
  const world = memoryWorld({});
  let writes = 0;
  const full = {
    ...world,
    async replace(path: string, bytes: Uint8Array) {
      if (++writes > 1) throw Object.assign(new Error("full"), { code: "ENOSPC" });
      await world.replace(path, bytes);
    },
  };
  const { files, welcome } = await newWork(full, "alpha");
  assert.is(welcome, "");
  assert.match(files[0]?.messages[0]?.reason ?? "", "the disk is full (ENOSPC)");
  assert.is(world.files.size, 0);
  assert.is.not((await newWork(world, "alpha")).welcome, "");
});

test.run();
