import { areAlike } from './dates-alike.ts'
import { ownSubject, type PartRules } from './part-rules.ts'
import type { SinceValue } from './part-values.ts'
import { setSideBySide } from './side-by-side.ts'

/** Since when a tie exists. */
export const sinceRules: PartRules<SinceValue> = {
  form: 'summary',
  ways: ['replace', 'beside'],
  compare: ({ since }, { date }) => ({
    outcome: since.on === null ? 'adds' : areAlike(since.on, date) ? 'confirms' : 'contradicts',
    entryId: null,
  }),
  apply: (document, { date }, ground, { finding, way }) => {
    const subject = ownSubject(ground.cooperationId, 'since')
    const present = document.since.on
    if (finding.outcome === 'confirms') return { document, subject, entryId: null }
    if (finding.outcome === 'adds' || present === null)
      return { document: { ...document, since: { on: date, words: {} } }, subject, entryId: null }
    const point = { supported: subject, field: 'since', present, read: date }
    const both = setSideBySide(document, point, ground, way)
    if (way === 'beside') return { document: both, subject, entryId: null, isAgainst: true }
    return { document: { ...both, since: { on: date, words: {} } }, subject, entryId: null }
  },
}
