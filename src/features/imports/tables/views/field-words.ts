import type { Translate } from '../../../../platform/i18n/translate.ts'
import type { Field, TableKind } from '../fields.ts'

/** The content of a column in words: only tables of cooperations have a first party. */
export function fieldWords(t: Translate, kind: TableKind, field: Field): string {
  if (kind === 'cooperations') return t(`imports.field.${field}`)
  if (kind === 'events' && isPartyOfEvent(field)) return t(`imports.eventField.${field}`)
  switch (field) {
    case 'first.name':
      return t('imports.ownField.name')
    case 'first.country':
      return t('imports.ownField.country')
    case 'first.code':
      return t('imports.ownField.code')
    case 'first.region':
      return t('imports.ownField.region')
    case 'first.kind':
      return t('imports.ownField.kind')
    case 'first.population':
      return t('imports.ownField.population')
    case 'first.latitude':
      return t('imports.ownField.latitude')
    case 'first.longitude':
      return t('imports.ownField.longitude')
    case 'first.point':
      return t('imports.ownField.point')
    default:
      return t(`imports.field.${field}`)
  }
}

const partiesOfEvent = [
  'first.name',
  'first.code',
  'first.country',
  'second.name',
  'second.code',
  'second.country',
] as const

function isPartyOfEvent(field: Field): field is (typeof partiesOfEvent)[number] {
  return partiesOfEvent.some((each) => each === field)
}
