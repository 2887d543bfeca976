import type { Role } from '../../platform/context/actor.ts'
import type { PlainMessageKey, Translate } from '../../platform/i18n/translate.ts'

export function roleName(t: Translate, role: Role): string {
  return t(names[role])
}

/** What a role allows, in one sentence. */
export function roleMeaning(t: Translate, role: Role): string {
  return t(meanings[role])
}

const names = {
  chair: 'people.role.chair',
  coordinator: 'people.role.coordinator',
  member: 'people.role.member',
  contributor: 'people.role.contributor',
  reader: 'people.role.reader',
} as const satisfies Record<Role, PlainMessageKey>

const meanings = {
  chair: 'people.roleMeaning.chair',
  coordinator: 'people.roleMeaning.coordinator',
  member: 'people.roleMeaning.member',
  contributor: 'people.roleMeaning.contributor',
  reader: 'people.roleMeaning.reader',
} as const satisfies Record<Role, PlainMessageKey>
