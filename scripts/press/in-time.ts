/**
 * Waits for an answer, but no longer than some time. The wait keeps the process alive: a browser that died answers
 * nothing, and without a timer Node would end as if all were done.
 * @param answer
 *   What is waited for.
 * @param milliseconds
 *   How long.
 * @param late
 *   Gives what is answered instead, or throws.
 */
export async function inTime<T>(
  answer: Promise<T>,
  milliseconds: number,
  late: () => T,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  try {
    return await Promise.race([answer, silence.then(late)]);
  } finally {
    clearTimeout(timer);
  }
}
