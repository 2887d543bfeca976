import type { PlainMessageKey } from '../../platform/i18n/translate.ts'
import type { TextOwner } from '../../platform/translation/text-owner.ts'
import type { IndexedState } from './texts/text-rows.ts'

/** The words for a state in a list and beside a text. */
export const stateWords: Record<IndexedState, PlainMessageKey> = {
  original: 'translations.state.original',
  reviewed: 'translations.state.reviewed',
  machine: 'translations.state.machine',
  stale: 'translations.state.stale',
  missing: 'translations.state.missing',
}

/** The name of a text: the kind of its record, and its place in it. */
export function placeWords(
  owners: readonly TextOwner[],
  { recordKind, path }: { recordKind: string; path: string },
): { kind: PlainMessageKey; field: PlainMessageKey } {
  const owner = owners.find(({ kind }) => kind === recordKind)
  return {
    kind: owner?.label ?? 'translations.list.anyText',
    field: owner?.fieldLabel(path) ?? 'translations.list.anyText',
  }
}
