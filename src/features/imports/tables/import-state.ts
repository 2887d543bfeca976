import type { Reader } from '../../../platform/i18n/reader.ts'
import type { TableImport } from './records/queries.ts'

/** The state of an import; it decides which actions are possible. */
export type ImportState =
  | 'mapping'
  | 'checkWaits'
  | 'checked'
  | 'importWaits'
  | 'returnWaits'
  | 'imported'
  | 'takenBack'
  | 'cancelled'
  | 'failed'

export function stateOf(
  { waitsFor, takenBackAt, importedAt, trouble }: TableImport,
  hasReport: boolean,
): ImportState {
  if (waitsFor !== null) return `${waitsFor}Waits`
  if (takenBackAt !== null) return 'takenBack'
  if (importedAt !== null) return 'imported'
  if (trouble !== null) return trouble === 'cancelled' ? 'cancelled' : 'failed'
  return hasReport ? 'checked' : 'mapping'
}

export function stateInWords({ t }: Reader, state: ImportState): string {
  return t(`imports.state.${state}`)
}
