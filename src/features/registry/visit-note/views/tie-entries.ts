import type { LinePattern, Part, Passage } from '../../../../platform/documents/sheet.ts'
import { joined, type Speaker } from '../../../../platform/documents/speaker.ts'
import { isAuthorityKind } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import type { CooperationSummary } from '../../cooperations/summary.queries.ts'
import type { Part as PartInTie } from '../../organisations/queries.ts'
import { agreementWords, partiesOf } from '../../tie.ts'
import type { Holder, OrganisationFacts } from '../queries.ts'
import type { Room } from '../room.ts'
import { sheetName } from './sheet-name.ts'
import { limited, linePatterns, prosePart } from './sheet-parts.ts'

/** The address of the visit note of a tie, by its slug; left out where none is to be linked. */
export type TieHref = ((slug: string) => string) | undefined

type Tie = CooperationSummary & { part: PartInTie }

/** The ties of an organisation as a party, then those it takes part in, then those of its communes: never as its own. */
export function tieEntries(
  speaker: Speaker,
  { network, holder, cooperations }: OrganisationFacts,
  room: Room,
  href?: TieHref,
): Part[] {
  if (room.ties === 0) return []
  const { t } = speaker.reader
  const own = cooperations.filter(({ part }) => part === 'party')
  const acting = cooperations.filter(({ part }) => part === 'actor' || part === 'ecosystem')
  const ofMembers = cooperations.filter(({ part }) => part === 'member')
  const none =
    cooperations.length === 0 ? 'registry.organisation.tiesEmpty' : 'registry.organisation.noTieOfItsOwn'
  return [
    ...(own.length === 0 && isAuthorityKind(holder.kind)
      ? prosePart(t('registry.organisation.ties'), speaker.words(t(none)))
      : []),
    ...entriesPart(speaker, t('registry.organisation.ties'), own, network, holder, room, href),
    ...entriesPart(speaker, t('registry.organisation.tiesActing'), acting, network, null, room, href),
    ...entriesPart(speaker, t('registry.organisation.tiesOfMembers'), ofMembers, network, null, room, href),
  ]
}

function entriesPart(
  speaker: Speaker,
  title: string,
  ties: Tie[],
  network: Network,
  holder: Holder | null,
  room: Room,
  href: TieHref,
): Part[] {
  if (ties.length === 0) return []
  const { shown, more } = limited(speaker, ties, room.ties)
  const entries: { lead: Passage; line?: LinePattern; passage: Passage }[] = shown.map((tie) => ({
    lead: speaker.words(speaker.reader.t(`ui.status.${tie.standing.status}`)),
    line: linePatterns[tie.standing.status],
    passage: [
      ...tieWords(speaker, network, tie, holder),
      ...(href
        ? [{ text: ' – ' }, { text: speaker.reader.t('registry.note.kicker'), href: href(tie.slug) }]
        : []),
    ],
  }))
  return [
    {
      kind: 'entries',
      title,
      entries: more.length > 0 ? [...entries, { lead: [], passage: more }] : entries,
    },
  ]
}

function tieWords(speaker: Speaker, network: Network, tie: Tie, holder: Holder | null): Passage {
  const parties = partiesOf(speaker.reader, network, tie).filter(({ id }) => id !== holder?.id)
  const names = parties.map((party) => {
    const { main, own } = sheetName(speaker, party, network.countries)
    const strong = main.map((phrase) => ({ ...phrase, emphasis: 'strong' as const }))
    return joined([strong, own.map((phrase) => ({ ...phrase, emphasis: 'quiet' as const }))], ' ')
  })
  const { kind, year } = agreementWords(speaker.reader, tie)
  return joined(
    [joined(names, ' – '), speaker.words([kind, year].filter(Boolean).join('\u00a0·\u00a0'))],
    ' – ',
  )
}
