import type { RecordNetwork } from '../../../platform/records/record-head.ts'
import type { RecordKind } from '../../../platform/records/record-kind.ts'
import type { ImportedText } from './queries.ts'

/** The scope of decisions: the text, its network, and the records that they change. */
export interface DecisionPlace {
  network: RecordNetwork
  text: ImportedText
  records: readonly RecordKind[]
}

/** A kind of record of another feature. */
export function recordKind({ records }: Pick<DecisionPlace, 'records'>, kind: string): RecordKind {
  const found = records.find((each) => each.kind === kind)
  if (!found) throw new Error(`No feature gives the records ${kind}`)
  return found
}

/** The reason that versions from a text give: its title. */
export function versionWords({ text }: DecisionPlace) {
  return {
    reason: text.title,
    language: text.language ?? 'fr',
    organisationId: null,
    origin: 'import' as const,
  }
}
