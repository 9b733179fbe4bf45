const hexDigits = Uint8Array.from("0123456789abcdef", (digit) => digit.charCodeAt(0));
const firstSize = 1 << 16;

/** Gathers the bytes of a content stream. */
export class ByteWriter {
  #bytes = new Uint8Array(firstSize);
  #length = 0;

  /**
   * Writes a text.
   * @param text
   *   ASCII.
   */
  text(text: string): void {
    this.#make(text.length);
    const bytes = this.#bytes;
    let at = this.#length;
    for (let index = 0; index < text.length; index++) bytes[at++] = text.charCodeAt(index);
    this.#length = at;
  }

  /**
   * Writes a code of two bytes as four hexadecimal digits.
   * @param code
   *   0 to 0xFFFF.
   */
  code(code: number): void {
    this.#make(4);
    const bytes = this.#bytes;
    const at = this.#length;
    bytes[at] = hexDigits[code >> 12] as number;
    bytes[at + 1] = hexDigits[(code >> 8) & 15] as number;
    bytes[at + 2] = hexDigits[(code >> 4) & 15] as number;
    bytes[at + 3] = hexDigits[code & 15] as number;
    this.#length = at + 4;
  }

  /**
   * Writes a number as short as can be: no zero before the point, none behind.
   * @param number
   *   Whole.
   * @param decimals
   *   How many of its digits stand behind the point, at most nine.
   */
  decimal(number: number, decimals: number): void {
    const one = 10 ** decimals;
    const size = Math.abs(number);
    const whole = Math.floor(size / one);
    let rest = (size - whole * one) | 0;
    if (number < 0) this.text("-");
    if (whole > 0 || rest === 0) this.text(String(whole));
    if (rest === 0) return;
    let length = decimals;
    for (; rest % 10 === 0; length--) rest = (rest / 10) | 0;
    this.#make(length + 1);
    const bytes = this.#bytes;
    bytes[this.#length] = 0x2e;
    for (let at = this.#length + length; at > this.#length; at--) {
      bytes[at] = 0x30 + (rest % 10);
      rest = (rest / 10) | 0;
    }
    this.#length += length + 1;
  }

  /**
   * Writes what stands elsewhere.
   * @param bytes
   *   Any.
   * @param from
   *   The first of them to be written,
   * @param to
   *   and the one behind the last.
   */
  copy(bytes: Uint8Array, from: number, to: number): void {
    this.#make(to - from);
    this.#bytes.set(bytes.subarray(from, to), this.#length);
    this.#length += to - from;
  }

  /** Gives what was written, and begins anew. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }

  #make(room: number): void {
    if (this.#length + room <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + room));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
