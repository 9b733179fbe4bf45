import { suite } from "uvu";
import * as assert from "uvu/assert";
import { makeShelf } from "../scripts/fonts/shelf.ts";

const test = suite("fonts-shelf");

/** A shelf for 100 bytes, and a record of what had to be made. */
function record() {
  const made: string[] = [];
  const shelf = makeShelf<number>(100, (size) => size);
  const take = (name: string, size: number) =>
    shelf.take(name, async () => {
      made.push(name);
      return size;
    });
  return { made, shelf, take };
}

test("should hold no more than it has room for, however much is asked of it", async () => {
  const { shelf, take } = record();
  let most = 0;
  for (let index = 0; index < 500; index++) {
    await take(`face ${index}`, 7 + (index % 30));
    most = Math.max(most, shelf.size());
  }
  assert.ok(most <= 100, String(most));
  assert.ok(shelf.size() > 50, "it keeps what it has room for");
});

test("should keep what was asked for last", async () => {
  const { made, take } = record();
  for (const name of ["book", "one", "book", "two", "book", "three", "book"]) await take(name, 40);
  assert.equal(made, ["book", "one", "two", "three"]);
  await take("one", 40);
  assert.is(made.at(-1), "one", "what nobody asked for is made again");
});

test("should make a thing once for all who ask while it is made", async () => {
  const { made, take } = record();
  const all = await Promise.all([take("book", 60), take("one", 60), take("book", 60)]);
  assert.equal(all, [60, 60, 60]);
  assert.equal(made, ["book", "one"]);
});

test("should keep what is larger than all its room until the next comes", async () => {
  const { made, shelf, take } = record();
  await take("large", 300);
  await take("large", 300);
  assert.equal(made, ["large"]);
  await take("small", 10);
  assert.is(shelf.size(), 10);
});

test("should try again what could not be made", async () => {
  const shelf = makeShelf<number>(100, (size) => size);
  const failed = await shelf
    .take("book", () => Promise.reject(new Error("no such file")))
    .catch((error: Error) => error.message);
  assert.is(failed, "no such file");
  assert.is(await shelf.take("book", async () => 5), 5);
  assert.is(shelf.size(), 5);
});

test.run();
