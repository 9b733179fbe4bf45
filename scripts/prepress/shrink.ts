import type { Samples } from "./samples.ts";

/**
 * Makes a picture coarser: each new sample is the mean of those it covers.
 * @param picture
 *   Samples.
 * @param factor
 *   How many old samples a new one covers, along a side; 1 changes nothing.
 */
export function shrink(picture: Samples, factor: number): Samples {
  if (factor <= 1) return picture;
  const { width, height, components, data } = picture;
  const narrow = Math.max(1, Math.round(width / factor));
  const low = Math.max(1, Math.round(height / factor));
  const across = averaged(data, { runs: height, before: width, after: narrow, components });
  // Down is across with whole rows for samples.
  const down = averaged(across, {
    ...{ runs: 1, before: height, after: low },
    components: narrow * components,
  });
  return {
    ...picture,
    width: narrow,
    height: low,
    data: Uint8Array.from(down, (sample) => Math.round(sample)),
  };
}

/** Averages along runs of so many samples, each of so many components. */
function averaged(
  data: ArrayLike<number>,
  { runs, before, after, components }: Record<"runs" | "before" | "after" | "components", number>,
): Float32Array {
  const result = new Float32Array(runs * after * components);
  const step = before / after;
  for (let run = 0; run < runs; run++) {
    for (let to = 0; to < after; to++) {
      const [start, end] = [to * step, (to + 1) * step];
      const target = (run * after + to) * components;
      for (let from = Math.floor(start); from < Math.min(end, before); from++) {
        const share = (Math.min(from + 1, end) - Math.max(from, start)) / step;
        const source = (run * before + from) * components;
        for (let part = 0; part < components; part++) {
          result[target + part] =
            (result[target + part] as number) + share * (data[source + part] as number);
        }
      }
    }
  }
  return result;
}
