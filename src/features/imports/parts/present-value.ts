import type { CooperationDocument } from '../../registry/cooperations/index.ts'
import type { Finding } from './part-rules.ts'
import type { PartValue, ToldValue } from './part-values.ts'

/** A tie's present value of the same kind as a given one; null if there is none. */
export function presentValue(
  { since, standings, agreements, summary }: CooperationDocument,
  value: PartValue,
  { entryId }: Finding,
): ToldValue | null {
  switch (value.part) {
    case 'since':
      return since.on === null ? null : { part: 'since', date: since.on }
    case 'standing': {
      const found = standings.find(({ id }) => id === entryId)
      return found ? { part: 'standing', status: found.status, intention: found.intention } : null
    }
    case 'agreement': {
      const found = agreements.find(({ id }) => id === entryId)
      if (!found) return null
      const step = found.steps.find(({ state }) => state === value.state) ?? found.steps[0]
      const { state = null, on = null } = step ?? {}
      return { part: 'agreement', kind: found.kind, state, date: on, label: '' }
    }
    case 'summary': {
      const said = summary[value.language]
      return said ? { part: 'summary', text: said.text, language: value.language } : null
    }
    default:
      return null
  }
}
