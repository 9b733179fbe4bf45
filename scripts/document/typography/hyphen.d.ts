/** What we use of `hyphen`, which carries no types of its own. */
declare module "hyphen" {
  interface Options {
    hyphenChar?: string;
    /** Whether the text is HTML, whose tags are left alone. */
    html?: boolean;
    minWordLength?: number;
  }
  export default function createHyphenator(
    patterns: unknown,
    options?: Options,
  ): (text: string) => string;
}
