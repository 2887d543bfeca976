import type { Reader } from '../../../platform/i18n/reader.ts'
import type { TableImport } from './records/queries.ts'

/** Where an import stands: what may be done with it follows. */
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

/** The same in words. */
export function stateInWords({ t }: Reader, state: ImportState): string {
  return t(`imports.state.${state}`)
}
