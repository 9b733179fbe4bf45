/** Spelling of each kind of directive, over what the line holds so far. */
export interface Forms {
  text: RegExp;
  container: RegExp;
  leaf: RegExp;
}

const colon = 58;

// The few shapes of micromark that the limit below needs.
type State = (code: number | null) => State | undefined;
interface Effects {
  enter(type: string): void;
  exit(type: string): void;
  consume(code: number | null): void;
  check(construct: Construct, ok: State, nok: State): State;
}
interface Construct {
  partial?: boolean;
  tokenize(this: unknown, effects: Effects, ok: State, nok: State): State;
}

/** What the tokenizer takes of ours: constructs by the code of the character they begin with. */
export interface Extension {
  text?: Record<number, Construct>;
  flow?: Record<number, Construct[]>;
}

/**
 * Makes the syntax that remark-directive has just added refuse whatever is not spelled as ours.
 * @param data
 *   Of the processor.
 * @param forms
 *   How ours are spelled; one that ends in `$` is held against the whole line.
 * @throws
 *   When remark-directive is not built as it was.
 */
export function limitSyntax(data: { micromarkExtensions?: Extension[] }, forms: Forms): void {
  const syntax = data.micromarkExtensions?.pop();
  const text = syntax?.text?.[colon];
  const [container, leaf] = syntax?.flow?.[colon] ?? [];
  if (!text || !container || !leaf) throw new Error("remark-directive changed its syntax");
  data.micromarkExtensions?.push({
    text: { [colon]: unlinked(spelled(text, forms.text)) },
    flow: { [colon]: [spelled(container, forms.container), spelled(leaf, forms.leaf)] },
  });
}

function spelled(construct: Construct, form: RegExp): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const start = construct.tokenize.call(this, effects, ok, nok);
      return effects.check(ahead(form), start, nok);
    },
  };
}

/** What is followed by an address in parentheses is a link to every other program, and words accounted for as one. */
function unlinked(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const start = construct.tokenize.call(this, effects, ok, nok);
      return effects.check(noAddress, start, nok);
    },
  };
}

/** Whether an address, or the name of one, begins. */
function isAddress(code: number | null): boolean {
  return code !== null && code > 0 && "([".includes(String.fromCharCode(code));
}

/** Looks behind what is in brackets. */
const noAddress: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let seen = "";
    let depth = 0;
    const step: State = (code) => {
      if (seen === "]" && depth === 0) return end(isAddress(code) ? nok : ok)(code);
      if (code === null) return end(ok)(code);
      const isEnd = code < -2;
      const sign = code < 0 ? " " : String.fromCharCode(code);
      if (seen !== "\\") depth += sign === "[" ? 1 : sign === "]" ? -1 : 0;
      seen = sign;
      if (isEnd) effects.exit("data");
      if (isEnd) effects.enter("lineEnding");
      effects.consume(code);
      if (isEnd) effects.exit("lineEnding");
      if (isEnd) effects.enter("data");
      return step;
    };
    const end =
      (next: State): State =>
      (code) => {
        effects.exit("data");
        return next(code);
      };
    return (code) => {
      effects.enter("data");
      return step(code);
    };
  },
};

/** Looks along the line until the form is decided. */
function ahead(form: RegExp): Construct {
  const longest = 80;
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      let seen = "";
      const step: State = (code) => {
        const open = !form.source.endsWith("$");
        const over = code === null || code < -2 || seen.length >= longest;
        if (over || (open && form.test(seen))) {
          effects.exit("data");
          return form.test(seen) ? ok(code) : nok(code);
        }
        seen += code < 0 ? " " : String.fromCharCode(code);
        effects.consume(code);
        return step;
      };
      return (code) => {
        effects.enter("data");
        return step(code);
      };
    },
  };
}
