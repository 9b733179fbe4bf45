import type { Root, RootContent } from "mdast";
import type { ContainerDirective, LeafDirective, TextDirective } from "mdast-util-directive";
import remarkDirective from "remark-directive";
import type { Processor } from "unified";
import { SKIP, visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { complain } from "../../complain.ts";

/** Exactly how our directives are spelled; anything else that looks like one is text and stays text. */
const forms = {
  text: /^:lang\[/,
  container: /^:{3,}(?:keep|figure)[ \t]*$/,
  leaf: /^::page-break[ \t]*$/,
};
const colon = 58;

/**
 * Parses `::page-break`, `:::keep`, `:::figure` and `:lang[phrase]{fr}`, and gives them their HTML names.
 * @returns
 *   Transform; warns (`language-tag`) about a phrase without a usable tag and leaves it as typed.
 */
export function remarkDirectives(this: Processor) {
  remarkDirective.call(this as never);
  limitSyntax(this.data() as { micromarkExtensions?: Extension[] });
  return (tree: Root, file: VFile): void => {
    visit(tree, (node, index, parent) => {
      if (node.type === "leafDirective") nameLeaf(node);
      if (node.type === "containerDirective") nameContainer(node, file);
      if (node.type !== "textDirective" || !parent || index === undefined) return;
      if (nameText(node, file)) return;
      parent.children.splice(index, 1, ...(asTyped(node, file) as typeof parent.children));
      return [SKIP, index];
    });
  };
}

function nameLeaf(node: LeafDirective): void {
  node.data = { hName: "div", hProperties: { className: ["page-break"] } };
}

function nameContainer(node: ContainerDirective, file: VFile): void {
  const source = String(file.value);
  const end = node.position?.end.offset ?? source.length;
  if (!/:::\s*$/.test(source.slice(0, end)))
    complain(
      file,
      "directive-open",
      node,
      `\`:::${node.name}\` has no end, so it holds all that follows`,
      "Put a line with `:::` alone after what belongs to it.",
    );
  if (node.name === "keep") node.data = { hName: "div", hProperties: { className: ["keep"] } };
  else node.data = { hName: "figure" };
}

/** Marks the phrase with its language; `false` when its tag is no language tag. */
function nameText(node: TextDirective, file: VFile): boolean {
  const attributes = node.attributes ?? {};
  const tag = attributes.lang ?? Object.keys(attributes).join(" ");
  if (isLanguageTag(tag)) {
    node.data = { hName: "span", hProperties: { lang: tag } };
    return true;
  }
  complain(
    file,
    "language-tag",
    node,
    tag ? `“${tag}” is not a language tag` : "This phrase doesn't say its language",
    "Write the tag after it, for example `:lang[bon voyage]{fr}`.",
  );
  return false;
}

/** The characters of a directive around its content, as text. */
function asTyped(node: TextDirective, file: VFile): RootContent[] {
  const { children, position } = node;
  const start = position?.start.offset ?? 0;
  const end = position?.end.offset ?? start;
  const first = children[0]?.position?.start.offset ?? end;
  const last = children.at(-1)?.position?.end.offset ?? end;
  const source = String(file.value);
  const text = (value: string): RootContent[] => (value ? [{ type: "text", value, position }] : []);
  return [...text(source.slice(start, first)), ...children, ...text(source.slice(last, end))];
}

/** Whether a string is a well-formed BCP 47 tag. */
function isLanguageTag(tag: string): boolean {
  if (!/^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/i.test(tag)) return false;
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

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
interface Extension {
  text?: Record<number, Construct>;
  flow?: Record<number, Construct[]>;
}

/** Makes the syntax that remark-directive has just added refuse whatever is not spelled as ours. */
function limitSyntax(data: { micromarkExtensions?: Extension[] }): void {
  const syntax = data.micromarkExtensions?.pop();
  const text = syntax?.text?.[colon];
  const [container, leaf] = syntax?.flow?.[colon] ?? [];
  if (!text || !container || !leaf) throw new Error("remark-directive changed its syntax");
  data.micromarkExtensions?.push({
    text: { [colon]: spelled(text, forms.text) },
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
