import { suite } from "uvu";
import * as assert from "uvu/assert";
import { ByteWriter } from "../scripts/pdf/byte-writer.ts";

const test = suite("ByteWriter");

test("should write numbers as short as can be", () => {
  const out = new ByteWriter();
  for (const [number, written] of [
    [0, "0"],
    [100000, "1"],
    [-100000, "-1"],
    [5, ".00005"],
    [-120, "-.0012"],
    [1234567, "12.34567"],
    [-9999999, "-99.99999"],
    [1200000, "12"],
    [1230000, "12.3"],
  ] as const) {
    out.decimal(number, 5);
    assert.is(text(out), written);
    assert.is(Number(written), number / 100_000);
  }
});

test("should write more than it has room for", () => {
  const out = new ByteWriter();
  const long = "a".repeat(70_000);
  out.text(long);
  out.code(0x1f0a);
  out.copy(Buffer.from("xyz"), 1, 3);
  assert.is(text(out), `${long}1f0ayz`);
  out.copy(Buffer.alloc(200_000, "b"), 0, 200_000);
  assert.is(text(out).length, 200_000);
  assert.is(text(out), "");
});

function text(out: ByteWriter): string {
  return Buffer.from(out.take()).toString("latin1");
}

test.run();
