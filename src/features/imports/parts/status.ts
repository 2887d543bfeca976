import { newId } from '../../../platform/context/identifier.ts'
import type { CooperationDocument } from '../../registry/cooperations/index.ts'
import { ownSubject, type PartRules } from './part-rules.ts'
import type { StatusValue } from './part-values.ts'

/** What a text says of the state of a tie on its day; earlier statements stay. */
export const statusRules: PartRules<StatusValue> = {
  form: 'status',
  ways: ['replace'],
  compare: ({ standings }, { status, intention }, { spokenOn }) => {
    const says = (each: Status) =>
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
  apply: (document, { status, intention }, writingContext, { finding }) => {
    const subject = ownSubject(writingContext.cooperationId, 'status')
    if (finding.outcome === 'confirms') return { document, subject, entryId: finding.entryId }
    const stated: Status = {
      id: newId(),
      status,
      intention,
      reason: {},
      saidBy: null,
      statedOn: writingContext.spokenOn,
      knownOn: writingContext.today,
    }
    const standings = [...document.standings, stated]
    return {
      document: {
        ...document,
        standings: standings.toSorted((a, b) => a.statedOn.localeCompare(b.statedOn)),
      },
      subject,
      entryId: stated.id,
    }
  },
}

type Status = CooperationDocument['standings'][number]
