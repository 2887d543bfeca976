import type { RecordKind, RecordNetwork } from '../../../../platform/records/record-kind.ts'
import type { ImportedText } from '../queries.ts'

/** Where decisions are taken: the text, its network, and the records that they change. */
export interface DecisionPlace {
  network: RecordNetwork
  text: ImportedText
  records: readonly RecordKind[]
}

/** The kind of record that another feature gives. */
export function recordKind({ records }: Pick<DecisionPlace, 'records'>, kind: string): RecordKind {
  const found = records.find((each) => each.kind === kind)
  if (!found) throw new Error(`No feature gives the records ${kind}`)
  return found
}

/** What the versions say that come of a text: what it is called. */
export function versionWords({ text }: DecisionPlace) {
  return {
    reason: text.title,
    language: text.language ?? 'fr',
    organisationId: null,
    origin: 'import' as const,
  }
}
