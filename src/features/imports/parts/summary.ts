import { fold } from '../../../platform/search/index.ts'
import type { CooperationDocument } from '../../registry/cooperations/index.ts'
import { ownSubject, type PartRules } from './part-rules.ts'
import type { SummaryValue } from './part-values.ts'
import { setSideBySide } from './side-by-side.ts'

/** What a tie is about in words: a language that has none yet takes them, another wording of the same language is asked about. */
export const summaryRules: PartRules<SummaryValue> = {
  form: 'summary',
  ways: ['replace', 'beside'],
  compare: ({ summary }, { text, language }) => {
    const said = Object.values(summary).map((each) => fold(each.text))
    if (said.includes(fold(text))) return { outcome: 'confirms', entryId: null }
    return { outcome: language in summary ? 'contradicts' : 'adds', entryId: null }
  },
  apply: (document, value, ground, { finding, way }) => {
    const subject = ownSubject(ground.cooperationId, 'summary')
    if (finding.outcome === 'confirms') return { document, subject, entryId: null }
    if (finding.outcome === 'adds') return { document: withText(document, value), subject, entryId: null }
    const present = document.summary
    const read: CooperationDocument['summary'] = { [value.language]: { text: value.text, state: 'original' } }
    const both = setSideBySide(document, { supported: subject, field: 'summary', present, read }, ground, way)
    if (way === 'beside') return { document: both, subject, entryId: null, isAgainst: true }
    return { document: withText(both, value), subject, entryId: null }
  },
}

function withText(document: CooperationDocument, { text, language }: SummaryValue): CooperationDocument {
  return { ...document, summary: { ...document.summary, [language]: { text, state: 'original' } } }
}
