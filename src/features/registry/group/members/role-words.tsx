import { useReader } from '../../../../ui/reader.tsx'
import { dateWords } from '../../../../ui/text/date-words.ts'
import { roles } from './member-list.ts'
import type { RoleRow } from './queries.ts'

type Told = Pick<RoleRow, 'role' | 'ofSlug' | 'heldFrom' | 'fromWords' | 'heldUntil' | 'untilWords'>

/** The period of a role in words, as far as it is known. */
export function Term({
  membership,
}: {
  membership: Pick<Told, 'heldFrom' | 'fromWords' | 'heldUntil' | 'untilWords'>
}) {
  const reader = useReader()
  const { t } = reader
  const from = membership.heldFrom ? dateWords(reader, membership.heldFrom, membership.fromWords).shown : null
  const until = membership.heldUntil
    ? dateWords(reader, membership.heldUntil, membership.untilWords).shown
    : null
  if (from && until) return t('registry.group.periodBetween', { from, until })
  if (from) return t('registry.group.periodFrom', { from })
  return until ? t('registry.group.periodUntil', { until }) : null
}

/** A role in words; the chair of the mirror group is not the chair of this one. */
export function RoleTerm({ membership }: { membership: Pick<Told, 'role' | 'ofSlug'> }) {
  const reader = useReader()
  if (membership.role === 'chair' && membership.ofSlug) return reader.t('registry.group.chairOfMirror')
  const known = roles.find((each) => each === membership.role)
  return known ? reader.t(`registry.role.${known}`) : null
}
