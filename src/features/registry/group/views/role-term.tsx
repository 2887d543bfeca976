import { useReader } from '../../../../ui/reader.tsx'
import type { Membership } from '../../../networks/index.ts'
import { roles } from '../members/member-list.ts'

/** A role in words; the chair of the mirror group is not the chair of this one. */
export function RoleTerm({ membership }: { membership: Pick<Membership, 'role' | 'ofSlug'> }) {
  const reader = useReader()
  if (membership.role === 'chair' && membership.ofSlug) return <>{reader.t('registry.group.chairOfMirror')}</>
  const known = roles.find((each) => each === membership.role)
  return known ? reader.t(`registry.role.${known}`) : null
}
