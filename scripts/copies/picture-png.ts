import { setType } from "../fonts/fonts.ts";
import type { World } from "../world/world.ts";

/**
 * Makes what turns pictures of sheets into pixels, for programs that show no SVG.
 * @param env
 *   Environment; says which browser.
 * @returns
 *   SVG with words in English → PNG.
 */
export function pictureDrawer(env: World["env"]): (svg: string) => Promise<Uint8Array> {
  return async (svg) => {
    // The browser has no fonts but those of the page.
    const { css } = await setType({
      text: svg.replaceAll(/<[^>]*>/g, ""),
      language: "en",
      face: "sans",
      display: "sans",
      embed: "woff",
      press: false,
    });
    const { drawPng } = await import("../press/picture.ts");
    const style = `${css} body { margin: 0 } svg { display: block; font-family: "Handbill Sans" }`;
    const [width = 0, height = 0] = ["width", "height"].map((name) =>
      Math.ceil(Number(new RegExp(`<svg[^>]* ${name}="([\\d.]+)"`).exec(svg)?.[1])),
    );
    return drawPng(`<!doctype html><style>${style}</style>${svg}`, { width, height }, env);
  };
}
