/** The numbers under which the form of questions sends each kind of answer: a key beside each, as `schema.ts` reads them. */
export const answerNumbers = { names: 0, repeats: 900, towns: 901, ofParts: 910, differences: 1000 } as const
