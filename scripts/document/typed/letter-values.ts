/**
 * Orders in which letters count where it is not that of their code points: Arabic by its old order and by its new one,
 * Vietnamese, Korean, Japanese by sounds and by the old poem, Thai.
 */
const orders: readonly string[] = [
  "أبجدهوزحطي",
  "أبتثجحخدذر",
  "abcdđeghik",
  "가나다라마바사아자차카타파하",
  "アイウエオカキクケコサシスセソ",
  "イロハニホヘトチリヌルヲ",
  "กขคงจฉชซฌญ",
];

/** What a letter may count as. */
export interface LetterValue {
  /** Order it counts in, so that only alike ones are compared. */
  order: string;
  value: number;
}

/**
 * What a letter counts as before an item: `b)`, `ج)`, `다.`
 * @param letter
 *   One letter.
 * @returns
 *   A value for each order it has a place in.
 */
export function letterValues(letter: string): LetterValue[] {
  const small = letter.toLowerCase();
  const own = { order: "", value: small.codePointAt(0) as number };
  const bare = small === "ا" ? "أ" : small;
  const found = orders.flatMap((order): LetterValue[] => {
    const value = [...order].indexOf(bare);
    return value < 0 ? [] : [{ order, value }];
  });
  return [own, ...found];
}
