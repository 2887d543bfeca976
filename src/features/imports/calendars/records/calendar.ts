/** The state of an imported calendar; it decides which actions are possible. */
export type CalendarState =
  | 'open'
  | 'importWaits'
  | 'returnWaits'
  | 'imported'
  | 'takenBack'
  | 'followed'
  | 'paused'

export function stateOf({
  kind,
  waitsFor,
  pausedAt,
  importedAt,
  takenBackAt,
}: {
  kind: string
  waitsFor: 'import' | 'return' | null
  pausedAt: Date | null
  importedAt: Date | null
  takenBackAt: Date | null
}): CalendarState {
  if (waitsFor !== null) return `${waitsFor}Waits`
  if (kind === 'subscription') return pausedAt === null ? 'followed' : 'paused'
  if (takenBackAt !== null) return 'takenBack'
  return importedAt === null ? 'open' : 'imported'
}
