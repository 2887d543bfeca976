import type { Scope } from '../../../platform/context/actor.ts'
import type { PlainMessageKey, Translate } from '../../../platform/i18n/translate.ts'

/** What a token may be used for, in a few words. */
export function scopeName(t: Translate, scope: Scope): string {
  return t(names[scope])
}

const names = {
  read: 'people.scope.read',
  'write:organisations': 'people.scope.writeOrganisations',
  'write:cooperations': 'people.scope.writeCooperations',
  'write:events': 'people.scope.writeEvents',
  'write:wishes': 'people.scope.writeWishes',
  'write:members': 'people.scope.writeMembers',
  suggest: 'people.scope.suggest',
} as const satisfies Record<Scope, PlainMessageKey>
