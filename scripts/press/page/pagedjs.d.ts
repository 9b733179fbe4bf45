/** What we use of Paged.js 0.4.3, which ships no types. */
declare module "pagedjs" {
  export interface Page {
    pageTemplate: HTMLTemplateElement;
    pagesArea: HTMLElement;
    pagebox: HTMLElement;
    element: HTMLElement;
    area: HTMLElement;
    footnotesArea: HTMLElement;
    wrapper: HTMLElement;
    position: number;
    clear(): void;
    endToken?: unknown;
  }
  export interface Chunker {
    q: { tick: (callback: () => void) => void };
    total: number;
    pages: Page[];
    pagesArea: HTMLElement;
    pageTemplate: HTMLTemplateElement;
    loadFonts(): Promise<unknown>;
  }
  export interface Polisher {
    destroy(): void;
  }
  export class Handler {
    constructor(chunker: Chunker, polisher: Polisher, caller: unknown);
    chunker: Chunker;
  }
  export type HandlerClass = new (chunker: Chunker, polisher: Polisher, caller: unknown) => Handler;
  export const registeredHandlers: HandlerClass[];
  export class Previewer {
    constructor(settings?: object);
    chunker: Chunker;
    polisher: Polisher;
    preview(
      content: DocumentFragment,
      sheets: Array<Record<string, string>>,
      renderTo: Element,
    ): Promise<{ total: number; pages: Page[] }>;
  }
}
