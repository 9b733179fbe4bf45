/** 15 times as many calls as by default. */
const seldomFast = ["--invocation-count-for-turbofan=45000"];

/**
 * What V8 is told, by the major version of Node it came with: a build is over in seconds, and what it spends on making
 * code fast is seldom earned back. From 24 on it sees that itself. About a flag that it does not know it complains.
 */
export const engineFlags: Readonly<Record<number, readonly string[]>> = {
  // Here bytes are counted: 15 times as many, too.
  20: ["--always-sparkplug", "--interrupt-budget=1000000"],
  21: seldomFast,
  22: seldomFast,
  23: seldomFast,
};
