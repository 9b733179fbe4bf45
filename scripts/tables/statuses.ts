/** Row of the status table. */
export interface StatusRow {
  /** Key of the language's word for it, printed on pages; absent when nothing is printed. */
  word: "draft" | "review" | undefined;
  /** Whether every page carries that word as a mark behind the text. */
  marked: boolean;
}

/** Every status a text can have. */
export const statuses = {
  draft: { word: "draft", marked: true },
  review: { word: "review", marked: true },
  final: { word: undefined, marked: false },
} as const satisfies Record<string, StatusRow>;

/** Name of a status. */
export type StatusName = keyof typeof statuses;
/** Names, least finished first. */
export const statusNames = Object.keys(statuses) as StatusName[];
