import { describeDate } from '../../../../platform/dates/index.ts'
import type { Passage } from '../../../../platform/documents/sheet.ts'
import type { Membership } from '../../../networks/index.ts'
import { roles } from '../../group/members/member-list.ts'
import { joined, type Speaker } from '../speaker.ts'

/** What an organisation does in the network, since when, and who is known to do it for it: one row, or none. */
export function roleRows(speaker: Speaker, memberships: Membership[]): { label: string; cells: Passage[] }[] {
  const said = memberships
    .map((membership) => roleWords(speaker, membership))
    .filter((each) => each.length > 0)
  if (said.length === 0) return []
  return [{ label: speaker.reader.t('registry.note.roles'), cells: [joined(said, speaker.semicolon)] }]
}

function roleWords(speaker: Speaker, membership: Membership): Passage {
  const known = roles.find((role) => role === membership.role)
  if (!known) return []
  const { t } = speaker.reader
  const isOfMirror = known === 'chair' && membership.ofSlug !== null
  const role = t(isOfMirror ? 'registry.group.chairOfMirror' : `registry.role.${known}`)
  return joined([speaker.words(role), period(speaker, membership), speaker.say(membership.person)], ', ')
}

function period({ reader, words }: Speaker, { heldFrom, heldUntil }: Membership): Passage {
  const date = (edtf: string) => describeDate(edtf, reader.interfaceLanguage)
  if (heldFrom && heldUntil) {
    return words(reader.t('registry.group.periodBetween', { from: date(heldFrom), until: date(heldUntil) }))
  }
  if (heldFrom) return words(reader.t('registry.group.periodFrom', { from: date(heldFrom) }))
  return heldUntil ? words(reader.t('registry.group.periodUntil', { until: date(heldUntil) })) : []
}
