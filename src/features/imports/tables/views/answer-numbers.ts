/** Under which numbers the form of questions sends what: a key beside each answer, as `schema.ts` reads them. */
export const answerNumbers = { names: 0, repeats: 900, towns: 901, ofParts: 910, differences: 1000 } as const
