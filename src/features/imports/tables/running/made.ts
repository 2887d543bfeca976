import type { Change } from '../../../../platform/records/difference.ts'

/** A record that an import added. */
export interface Made {
  kind: 'cooperation' | 'organisation' | 'post' | 'event'
  id: string
  row: number
}

/** What a row changed in a record that existed before. */
export interface Amended {
  kind: 'cooperation' | 'organisation' | 'holder'
  id: string
  row: number
  /** Changes of the record’s document; of people, which fields were empty before. */
  changes: Change[]
  evidenceIds: string[]
}

/** What some rows have written. */
export interface WrittenTogether {
  made: Made[]
  amended: Amended[]
  /** Cooperations of the table itself that got more from these rows. */
  completed: string[]
}
