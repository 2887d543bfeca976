/** How much of each thing a note may show. */
export interface Room {
  /** Whole sentences of a summary, or of what an authority seeks or offers. */
  sentences: number
  agreements: number
  exchanges: number
  planned: number
  actors: number
  themes: number
  cautions: number
  anniversaries: number
  sources: number
  /** Other ties of an authority. */
  ties: number
  /** Parties whose facts are in columns. */
  parties: number
  /** The equivalent of a level in the reader’s country. */
  explanations: boolean
  /** A greeting, and the caution about titles. */
  usefulWords: boolean
  picture: boolean
}

/** As much as a whole page may show. */
export const whole: Room = {
  sentences: 5,
  agreements: 5,
  exchanges: 5,
  planned: 5,
  actors: 8,
  themes: 10,
  cautions: 6,
  anniversaries: 4,
  sources: 4,
  ties: 9,
  parties: 3,
  explanations: true,
  usefulWords: true,
  picture: true,
}

// The first to go is what an official misses least on the day; what to know before speaking goes last.
const steps: Partial<Room>[] = [
  { picture: false },
  { actors: 5, sources: 3 },
  { exchanges: 4, anniversaries: 3 },
  { planned: 4, ties: 7 },
  { exchanges: 3, actors: 4 },
  { planned: 3, sources: 2 },
  { sentences: 4, agreements: 4, themes: 7 },
  { anniversaries: 2, cautions: 5 },
  { usefulWords: false },
  { exchanges: 2, ties: 5, actors: 3 },
  { sentences: 3, planned: 2 },
  { cautions: 4, anniversaries: 1 },
  { agreements: 3, themes: 5 },
  { explanations: false },
  { exchanges: 1, planned: 1, actors: 2, sources: 1 },
  { sentences: 2, cautions: 3, ties: 3, parties: 2 },
  { agreements: 2, anniversaries: 0 },
  { sentences: 1, cautions: 2, actors: 0, themes: 3 },
  { exchanges: 0, planned: 0, cautions: 1, ties: 2 },
  { sentences: 0, agreements: 1, cautions: 0, ties: 1, themes: 1, sources: 0 },
  { agreements: 0, ties: 0, themes: 0, parties: 1 },
]

/** The rooms to try in order, each smaller than the previous one: the whole first, hardly more than names last. */
export const rooms: readonly Room[] = [
  whole,
  ...steps.map((_, last) =>
    steps.slice(0, last + 1).reduce<Room>((room, step) => Object.assign(room, step), { ...whole }),
  ),
]
