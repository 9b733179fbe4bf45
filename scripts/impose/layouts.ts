import type { LayoutName } from "../tables/copies.ts";
import { cutStack } from "./cut-stack.ts";
import { nUp } from "./n-up.ts";
import type { Layout } from "./plan.ts";
import { repeated } from "./repeated.ts";
import { saddle } from "./saddle.ts";
import { tiles } from "./tiles.ts";
import { triFold } from "./tri-fold.ts";

/** Every way to lay pages on sheets. */
export const layouts: Readonly<Record<LayoutName, Layout>> = {
  saddle,
  triFold,
  repeated,
  cutStack,
  twoUp: (options) => nUp(options, 2, 1),
  fourUp: (options) => nUp(options, 2, 2),
  tiles,
};
