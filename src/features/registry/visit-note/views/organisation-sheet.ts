import { describeDate } from '../../../../platform/dates/index.ts'
import type { Part, Passage, Sheet } from '../../../../platform/documents/sheet.ts'
import { createSpeaker, joined, type Speaker } from '../../../../platform/documents/speaker.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { shortNames } from '../../../directory/index.ts'
import type { Membership } from '../../../networks/index.ts'
import { roles } from '../../group/members/member-list.ts'
import type { Holder, OrganisationFacts } from '../queries.ts'
import type { Room } from '../room.ts'
import { anniversaryEntries } from './anniversary-entries.ts'
import { authorityTable } from './authority-table.ts'
import { cautionPart, disputePoints, inheritancePoint } from './caution-points.ts'
import { exchangeEntries, plannedEntries } from './exchange-entries.ts'
import { sheetName } from './sheet-name.ts'
import { limited, prosePart, sheetFoot, usefulWordsPart } from './sheet-parts.ts'
import { type TieHref, tieEntries } from './tie-entries.ts'

/** What the note says of a visit that is prepared. */
interface PreparedVisit {
  title: string
  /** Its first day. */
  from: string
  tieHref: TieHref
  days(speaker: Speaker): Part[]
}

/**
 * An authority or another organisation on one page, as far as there is room; `url` is the address of its page. For a visit its days come
 * first.
 */
export function renderOrganisationSheet(
  reader: Reader,
  facts: OrganisationFacts,
  url: string,
  room: Room,
  visit?: PreparedVisit,
): Sheet {
  const speaker = createSpeaker(reader)
  const { network, holder, interest } = facts
  const parts = [...(visit?.days(speaker) ?? []), ...partsOf(speaker, facts, room, visit)]
  return {
    language: reader.interfaceLanguage,
    title:
      visit?.title ??
      reader.t('registry.note.title', { name: chooseName(shortNames(holder), reader.language).text }),
    subject: reader.t('registry.note.subject'),
    author: chooseName(network.name, reader.language).text,
    day: reader.today,
    kicker: speaker.name(network.name),
    aside: speaker.words(
      [
        reader.t('registry.note.kicker'),
        reader.t('registry.note.knownOn', { day: dayWords(reader, reader.today) }),
      ].join(' · '),
    ),
    heading: {
      left: [sheetName(speaker, holder, network.countries)],
      right: [],
      line: interest
        ? { pattern: 'openEnd', above: '', below: reader.t('registry.organisations.seeks') }
        : null,
    },
    parts,
    foot: sheetFoot(speaker, facts.evidence, url, room),
  }
}

function partsOf(
  speaker: Speaker,
  facts: OrganisationFacts,
  room: Room,
  visit: PreparedVisit | undefined,
): Part[] {
  const { reader } = speaker
  const { holder, interest, cooperations } = facts
  const own = cooperations.filter(({ part }) => part === 'party')
  const cautions = [
    ...facts.details.flatMap((details) => inheritancePoint(speaker, details)),
    ...successionPoints(speaker, holder),
    ...disputePoints(speaker, facts.disputes),
  ]
  const dated = {
    cooperations: [],
    agreements: facts.agreements,
    landmarks: facts.landmarks,
    organisationIds: [holder.id],
  }
  return [
    ...briefPart(speaker, facts, room),
    ...authorityTable(speaker, [holder], room, roleRows(speaker, facts.roles)),
    ...(interest
      ? prosePart(
          reader.t('registry.organisation.seeks'),
          speaker.say(interest.seeks, { most: room.sentences }),
        )
      : []),
    ...(interest
      ? prosePart(
          reader.t('registry.organisation.offers'),
          speaker.say(interest.offers, { most: room.sentences }),
        )
      : []),
    ...themesPart(speaker, facts, room),
    ...tieEntries(speaker, facts, room, visit?.tieHref),
    ...exchangeEntries(speaker, facts.activities, room),
    ...plannedEntries(speaker, facts.activities, [], room),
    ...cautionPart(speaker, cautions, room),
    ...anniversaryEntries(
      speaker,
      own.length > 0 || interest ? dated : { ...dated, landmarks: [] },
      room,
      visit?.from,
    ),
    ...usefulWordsPart(speaker, [holder], room),
  ]
}

// The summary of the authority itself, or of the one or two ties that it has.
function briefPart(speaker: Speaker, { holder, cooperations }: OrganisationFacts, room: Room): Part[] {
  const held = cooperations.filter(({ part }) => part === 'party')
  const summaries =
    held.length <= 2
      ? held.map(({ summary }) => speaker.say(summary, { most: Math.min(3, room.sentences) }))
      : []
  const passages = [speaker.say(holder.about, { most: room.sentences }), ...summaries].filter(
    (passage) => passage.length > 0,
  )
  return passages.length === 0
    ? []
    : [{ kind: 'prose', title: speaker.reader.t('registry.note.brief'), passages }]
}

function themesPart(speaker: Speaker, { interest }: OrganisationFacts, room: Room): Part[] {
  if (!interest || room.themes === 0) return []
  const { shown, more } = limited(
    speaker,
    interest.themes.map((theme) => speaker.words(speaker.reader.t(`networks.theme.${theme}`))),
    room.themes,
  )
  return prosePart(speaker.reader.t('registry.cooperation.themes'), joined([joined(shown, ', '), more], ' '))
}

/** The roles of an organisation in the network, since when, and the known persons: one row, or none. */
function roleRows(speaker: Speaker, memberships: Membership[]): { label: string; cells: Passage[] }[] {
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

type Succession = Holder['predecessors'][number]

/** Its predecessors and successors, as far as the succession has taken place. */
function successionPoints(speaker: Speaker, { predecessors, successors }: Holder): Passage[] {
  const { t } = speaker.reader
  return [
    ...point(
      speaker,
      t('registry.organisation.predecessors'),
      predecessors.filter(({ change }) => change !== 'recode'),
    ),
    ...point(speaker, t('registry.organisation.successors'), successors),
  ]
}

// Communes that merged in 1964 are history; the regions of 2016 come up in conversation.
const stillSpokenOf = 20

function point(speaker: Speaker, label: string, all: Succession[]): Passage[] {
  const { reader } = speaker
  const since = Temporal.PlainDate.from(reader.today).subtract({ years: stillSpokenOf }).toString()
  const happened = all.filter(
    ({ happenedOn }) => happenedOn !== null && happenedOn <= reader.today && happenedOn >= since,
  )
  const [first] = happened
  if (!first) return []
  const names = joined(
    happened.map(({ name }) => speaker.name(name)),
    ', ',
  )
  const day = first.happenedOn
    ? speaker.words(
        reader.t('registry.organisation.validFrom', { day: dayWords(reader, first.happenedOn) }),
        'quiet',
      )
    : []
  const doubt = happened.some(({ reportedBy }) => reportedBy === 'press')
    ? speaker.words(reader.t('registry.organisation.pressOnly'), 'quiet')
    : []
  return [
    joined(
      [
        joined(
          [speaker.words(label, 'strong'), names],
          reader.interfaceLanguage === 'fr' ? '\u00a0: ' : ': ',
        ),
        day,
        doubt,
      ],
      ', ',
    ),
  ]
}
