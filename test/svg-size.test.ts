import { suite } from "uvu";
import * as assert from "uvu/assert";
import { inspectImage } from "../scripts/document/images/image-file.ts";
import { sizedSvg, svgSize } from "../scripts/document/images/svg-size.ts";

const test = suite("svg size");
const namespace = 'xmlns="http://www.w3.org/2000/svg"';
const svg = (attributes: string, before = "") =>
  `${before}<svg ${namespace}${attributes && ` ${attributes}`}><path d="M0 0h10"/></svg>`;

const sizes: Record<string, [attributes: string, width: number, height: number]> = {
  "its own": ['width="10" height="20px" viewBox="0 0 4 2"', 10, 20],
  "its own in centimetres": [" width = '2.54cm' height = ' 5.08cm '", 96, 192],
  "its view box": ['viewBox="0 0 40 20"', 40, 20],
  "its view box, with commas": ['viewBox="0,0,40,20"', 40, 20],
  "its view box, where it fills what holds it": [
    'width="100%" height="auto" viewBox="0 0 4 2"',
    4,
    2,
  ],
  "its width and the shape of its view box": ['width="10" viewBox="0 0 40 20"', 10, 5],
  "its height and the shape of its view box": ['height="10" viewBox="0 0 40 20"', 20, 10],
  "what browsers give one that says nothing": ["", 300, 150],
  "what browsers give one that fills what holds it": ['width="100%" height="100%"', 300, 150],
  "its width, and the usual height": ['width="10"', 10, 150],
};

for (const [name, [attributes, width, height]] of Object.entries(sizes))
  test(`should give a drawing ${name}`, () => {
    const size = svgSize(svg(attributes)) ?? { width: 0, height: 0 };
    assert.equal([size.width, size.height].map(Math.round), [width, height]);
  });

test("should find the drawing after what may stand before it, whatever its prefix", () => {
  const before = `\uFEFF<?xml version="1.0"?>\n<!-- a > b <svg> ${"x".repeat(5000)} -->\n`;
  assert.equal(svgSize(svg('viewBox="0 0 4 2"', before)), { width: 4, height: 2 });
  assert.equal(svgSize('<s:svg data-a="b>c" viewBox="0 0 4 2"/>'), { width: 4, height: 2 });
  for (const other of ["", "<html><svg/></html>", "svg", "<svgx/>"]) assert.not(svgSize(other));
});

test("should write its size into a drawing that does not say it, and only there", () => {
  const said = svg('width="10" height="20"', "<!-- width -->");
  assert.is(sizedSvg(said), said);
  const unsaid = svg('width="100%" viewBox="0 0 4 2" stroke-width="3"');
  assert.match(sizedSvg(unsaid), '<svg width="4" height="2" xmlns=');
  assert.match(sizedSvg(unsaid), 'viewBox="0 0 4 2" stroke-width="3"><path d="M0 0h10"/></svg>');
  assert.equal(svgSize(sizedSvg(unsaid)), svgSize(unsaid));
});

test("should say what is wrong with a drawing that shows nothing", () => {
  const reasonOf = (text: string) => {
    const image = inspectImage(new TextEncoder().encode(text));
    return "rule" in image ? `${image.rule}: ${image.reason}` : "";
  };
  assert.is(reasonOf(svg('viewBox="0 0 0 2"')), "image-unreadable: has no width or no height");
  assert.is(reasonOf(svg('width="0" height="4"')), "image-unreadable: has no width or no height");
  assert.is(
    reasonOf('<svg width="4" height="4"/>'),
    'image-unreadable: is a drawing without xmlns="http://www.w3.org/2000/svg"',
  );
  assert.is(reasonOf(svg("")), "");
});

test.run();
