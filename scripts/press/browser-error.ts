/** Says why no browser could be started. */
export class BrowserError extends Error {
  /** What to do, where it is not to name another browser. */
  readonly advice: string | undefined;

  constructor(message: string, advice?: string) {
    super(message);
    this.advice = advice;
  }
}
