import { suite } from "uvu";
import * as assert from "uvu/assert";
import { finishAndVerify } from "../scripts/finish/finish-and-verify.ts";
import { openFinishing } from "../scripts/steps/finishing.ts";
import { fonts, plainOptions, printed } from "./support/printed.ts";

const test = suite("finishing");

const expected = { ...plainOptions, pages: 2, fonts };
const wrong = { ...expected, pages: 3 };

test("should make in a thread what it makes without", async () => {
  const job = { pdf: printed, options: plainOptions, expected: wrong };
  const finishing = openFinishing();
  finishing.start();
  const [one, other] = await Promise.all([finishing.finish(job), finishing.finish(job)]);
  const here = await finishAndVerify(job);
  assert.equal(Buffer.from(one.pdf), Buffer.from(here.pdf));
  assert.equal(Buffer.from(other.pdf), Buffer.from(here.pdf));
  for (const { faults } of [one, other, here])
    assert.equal(
      faults.map(({ rule }) => rule),
      ["pdf-pages"],
    );
});

test("should say why there is no file, and go on", async () => {
  const finishing = openFinishing();
  const bad = { pdf: new Uint8Array([1, 2, 3]), options: plainOptions, expected };
  const problem = await finishing.finish(bad).catch((error: Error) => error);
  assert.instance(problem, Error);
  const { pdf } = await finishing.finish({ pdf: printed, options: plainOptions, expected });
  assert.ok(pdf.length > 1000);
});

test("should leave no thread behind, and begin another when there is more to do", async () => {
  const threads = () => (process.report.getReport() as unknown as Report).workers.length;
  const before = threads();
  const finishing = openFinishing();
  const job = { pdf: printed, options: plainOptions, expected };
  for (let times = 0; times < 2; times++) {
    const finished = finishing.finish(job);
    finishing.end();
    assert.ok((await finished).pdf.length > 1000);
    for (let tries = 0; threads() > before && tries < 100; tries++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    assert.is(threads(), before);
  }
});

test.run();

interface Report {
  workers: unknown[];
}
