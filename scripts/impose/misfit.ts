/** Pages that cannot be laid on the sheet asked for. */
export class MisfitError extends Error {
  /** What to do about it, a sentence. */
  readonly note: string;

  /**
   * @param reason
   *   What does not fit, a clause.
   * @param note
   *   What to do about it, a sentence.
   */
  constructor(reason: string, note: string) {
    super(reason);
    this.note = note;
  }
}
