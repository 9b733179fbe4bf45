/**
 * How many years more, or less, than in ours a year has in other calendars that are written in figures, by language: Ethiopian,
 * Islamic, Bengali, Persian, Hebrew, Japanese by era (Shōwa, Heisei, Reiwa), Nepali, Thai, of Taiwan.
 */
export const yearsApart: Readonly<Record<string, readonly number[]>> = {
  am: [7, 8],
  ar: [577, 578, 579, 580, 581, 582],
  bn: [593, 594],
  fa: [621, 622],
  he: [3760, 3761],
  ja: [1925, 1988, 2018],
  ne: [56, 57],
  ps: [621, 622],
  th: [543, 544],
  ti: [7, 8],
  ur: [577, 578, 579, 580, 581, 582],
  yi: [3760, 3761],
  zh: [1911],
};
