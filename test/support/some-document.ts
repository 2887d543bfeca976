import fc from 'fast-check'

const word = fc.constantFrom('2010', '2011', 'mou', '순천', '')
const passage = fc.record({ text: word, state: fc.constantFrom('original', 'reviewed', 'stale') })
const text = fc.record({ fr: passage, ko: passage, en: passage }, { requiredKeys: [] })
const entries = fc.uniqueArray(
  fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), kind: word, on: fc.option(word), title: text }),
  { selector: ({ id }) => id, maxLength: 4 },
)

/** Documents of one shape that differ here and there, so that any two have something in common. */
export const someDocument = fc.record({
  since: fc.option(word),
  listed: fc.boolean(),
  summary: text,
  themes: fc.uniqueArray(fc.constantFrom('culture', 'youth', 'sport', 'water'), { maxLength: 4 }),
  agreements: entries,
})
