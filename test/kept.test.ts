import { suite } from "uvu";
import * as assert from "uvu/assert";
import { openKept } from "../scripts/build/kept.ts";
import { complain } from "../scripts/complaints/complain.ts";
import type { Manuscript, Matter } from "../scripts/types.ts";
import { manuscriptOf } from "./support/documents.ts";

const test = suite("kept");

test("should build again what has changed or has an error, and tell the others' complaints", () => {
  const kept = openKept();
  const texts = () => [named("a.md", "A"), named("b.md", "B")];
  const [one, two] = texts() as [Manuscript, Manuscript];
  assert.equal(kept.choose([one, two], []), [one, two]);
  complain(one.file, "link-dead", undefined, "A link");
  complain(two.file, "image-missing", undefined, "An image");
  kept.keep([one.file, two.file]);
  const [again, broken] = texts() as [Manuscript, Manuscript];
  assert.equal(kept.choose([again, broken], []), [broken]);
  assert.not.ok(kept.changed());
  assert.equal(
    again.file.messages.map(({ ruleId }) => ruleId),
    ["link-dead"],
  );
  const changed = named("a.md", "Another");
  assert.equal(kept.choose([changed], []), [changed]);
  assert.ok(kept.changed());
});

test("should compare a translation again as long as its original has an error", () => {
  const kept = openKept();
  const pair = () => [
    named("en.md", "A"),
    named("fr.md", "A", { language: "fr", translates: "en" }),
  ];
  const [original, translation] = pair() as [Manuscript, Manuscript];
  kept.choose([original, translation], []);
  complain(original.file, "image-missing", undefined, "An image");
  kept.keep([original.file, translation.file]);
  const again = pair();
  assert.equal(kept.choose(again, []), again);
});

test.run();

function named(path: string, text: string, matter: Partial<Matter> = {}): Manuscript {
  const manuscript = manuscriptOf(text, { title: "T", ...matter });
  manuscript.file.path = path;
  return manuscript;
}
