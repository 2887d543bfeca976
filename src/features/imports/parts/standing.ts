import { newId } from '../../../platform/context/identifier.ts'
import type { CooperationDocument } from '../../registry/cooperations/index.ts'
import { ownSubject, type PartRules } from './part-rules.ts'
import type { StandingValue } from './part-values.ts'

/** What a text says of the state of a tie on its day; earlier statements stay. */
export const standingRules: PartRules<StandingValue> = {
  form: 'status',
  ways: ['replace'],
  compare: ({ standings }, { status, intention }, { spokenOn }) => {
    const says = (each: Standing) =>
      each.status === status && (intention === null || each.intention === intention)
    const then = standings.filter(({ statedOn }) => statedOn <= spokenOn)
    const last = then.toSorted((a, b) => a.statedOn.localeCompare(b.statedOn)).at(-1)
    if (last && says(last)) return { outcome: 'confirms', entryId: last.id }
    // An older text describes the past: later statements are not touched.
    const isNewest = standings.every(({ statedOn }) => statedOn <= spokenOn)
    return last && isNewest && last.status !== status
      ? { outcome: 'contradicts', entryId: last.id }
      : { outcome: 'adds', entryId: null }
  },
  apply: (document, { status, intention }, ground, { finding }) => {
    const subject = ownSubject(ground.cooperationId, 'status')
    if (finding.outcome === 'confirms') return { document, subject, entryId: finding.entryId }
    const standing: Standing = {
      id: newId(),
      status,
      intention,
      reason: {},
      saidBy: null,
      statedOn: ground.spokenOn,
      knownOn: ground.today,
    }
    const standings = [...document.standings, standing]
    return {
      document: {
        ...document,
        standings: standings.toSorted((a, b) => a.statedOn.localeCompare(b.statedOn)),
      },
      subject,
      entryId: standing.id,
    }
  },
}

type Standing = CooperationDocument['standings'][number]
