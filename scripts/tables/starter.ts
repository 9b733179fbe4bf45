/** Files of the work that `handbill new` writes, by name: real, small, and showing each thing once. */
export const starter = {
  "work.yaml": `# What is the same for every language of this work. A translation is a copy of en.md under its language's tag: es.md.
publisher: Elm Street Neighbours
# The language it was written in.
language: en
# Those you want; there are leaflet and quarter-sheet too.
formats: [booklet, handout, large-print, poster, web]
# us (Letter) or iso (A4).
paper: us
`,
  "en.md": `---
title: Who looks after the garden
subtitle: What we agreed in March
status: draft
modified: 2024-03
---

The lot on Elm Street was empty for nine years.[^lot] Last spring twelve households cleared it, and since
then nobody has had to ask who may plant there: everybody may.[^rules]

## What each of us does

| When            | What                     | Who                |
| --------------- | ------------------------ | ------------------ |
| Monday, evening | Water the beds           | Even house numbers |
| Thursday        | Water the beds           | Odd house numbers  |
| First Saturday  | Weed, mend, drink coffee | Everyone           |

Keys hang in the hall of number 14. If you cannot come, tell one neighbour; that is enough.

## Why it is worth it

> I had lived here for six years and knew two names. Now I know thirty.
>
> — A neighbour at number 22

[^lot]: The city holds the deed and lends us the ground from year to year.
[^rules]: The beds by the gate stay low, so that people in wheelchairs can reach them.
`,
} as const satisfies Record<string, string>;
