import { describeDate } from '../../../../platform/dates/index.ts'
import type { Part, Passage, Sheet, SheetName, SheetPicture } from '../../../../platform/documents/sheet.ts'
import { createSpeaker, joined, type Speaker } from '../../../../platform/documents/speaker.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { tieTitle } from '../../../../ui/tie/tie-line.tsx'
import { shortNames } from '../../../directory/index.ts'
import type { Theme } from '../../../networks/index.ts'
import type { Picture } from '../../../pictures/index.ts'
import type { Agreement } from '../../agreements/queries.ts'
import type { CooperationSummary, Party } from '../../cooperations/summary.queries.ts'
import { agreementWords, inOrderOfSides, partiesOf, tieParties } from '../../tie.ts'
import type { CooperationFacts } from '../queries.ts'
import type { Room } from '../room.ts'
import { anniversaryEntries } from './anniversary-entries.ts'
import { authorityTable } from './authority-table.ts'
import { cautionPart, disputePoints, inheritancePoint, statusPoint } from './caution-points.ts'
import { exchangeEntries, plannedEntries } from './exchange-entries.ts'
import { sheetName } from './sheet-name.ts'
import { limited, linePatterns, prosePart, sheetFoot, usefulWordsPart } from './sheet-parts.ts'

/** A cooperation on one page, as far as there is room; `url` is the address of its page. */
export function renderCooperationSheet(
  reader: Reader,
  facts: CooperationFacts,
  url: string,
  room: Room,
): Sheet {
  const speaker = createSpeaker(reader)
  const { network, cooperation } = facts
  const parties = partiesOf(reader, network, cooperation)
  const [first] = parties
  const isLeft = ({ country }: { country: string }) => country === first?.country
  const { kind, year } = agreementWords(reader, cooperation)
  const parts = partsOf(speaker, facts, room)
  const group = chooseName(network.name, reader.language)
  return {
    language: reader.interfaceLanguage,
    title: reader.t('registry.note.title', { name: tieTitle(reader, tieParties(reader, network, parties)) }),
    subject: reader.t('registry.note.subject'),
    author: group.text,
    day: reader.today,
    kicker: speaker.name(network.name),
    aside: speaker.words(
      [
        reader.t('registry.note.kicker'),
        reader.t('registry.note.knownOn', { day: dayWords(reader, reader.today) }),
      ].join(' · '),
    ),
    heading: {
      left: sideNames(speaker, parties.filter(isLeft), network.countries, room),
      right: sideNames(
        speaker,
        parties.filter((party) => !isLeft(party)),
        network.countries,
        room,
      ),
      line: {
        pattern: linePatterns[cooperation.standing.status],
        above: [kind, year].filter(Boolean).join(' · '),
        below: reader.t(`ui.status.${cooperation.standing.status}`),
      },
    },
    ...(facts.picture && room.picture ? { picture: sheetPicture(speaker, facts.picture) } : {}),
    parts,
    foot: sheetFoot(speaker, facts.evidence, url, room),
  }
}

function sheetPicture(speaker: Speaker, picture: Picture): SheetPicture {
  const { width, height, alternative, caption, credit, terms } = picture
  const credited = `${speaker.reader.t('pictures.record.credited', { credit })} – ${terms}`
  const said = speaker.say(caption)
  return {
    alternative: speaker.say(alternative),
    caption: [...said, ...(said.length > 0 ? speaker.words(' · ') : []), ...speaker.words(credited)],
    width,
    height,
  }
}

function sideNames(
  speaker: Speaker,
  parties: Party[],
  countries: readonly string[],
  room: Room,
): SheetName[] {
  const { shown, more } = limited(speaker, parties, room.parties)
  const names = shown.map((party) => sheetName(speaker, party, countries))
  return more.length > 0 ? [...names, { main: more, own: [] }] : names
}

function partsOf(speaker: Speaker, facts: CooperationFacts, room: Room): Part[] {
  const { reader } = speaker
  const { network, cooperation, details } = facts
  const holders = inOrderOfSides(reader, network.countries, facts.holders).filter(({ id }) =>
    cooperation.parties.some((party) => party.id === id && party.capacity === 'party'),
  )
  const summary = speaker.say(cooperation.summary, { most: room.sentences })
  const cautions = [
    ...statusPoint(speaker, cooperation, details),
    ...inheritancePoint(speaker, details),
    ...disputePoints(speaker, facts.disputes),
  ]
  const dated = {
    cooperations: [cooperation],
    agreements: facts.agreements,
    landmarks: facts.landmarks,
    organisationIds: holders.map(({ id }) => id),
  }
  return [
    ...prosePart(reader.t('registry.note.brief'), summary),
    ...authorityTable(speaker, holders, room),
    ...agreementEntries(speaker, cooperation, facts.agreements, room),
    ...themesPart(speaker, details.themes, room),
    ...actorsPart(speaker, facts, room),
    ...exchangeEntries(speaker, facts.activities, room),
    ...plannedEntries(speaker, facts.activities, details.prospects, room),
    ...cautionPart(speaker, cautions, room),
    ...anniversaryEntries(speaker, dated, room),
    ...usefulWordsPart(speaker, holders, room),
  ]
}

function themesPart(speaker: Speaker, themes: { theme: Theme; wished: boolean }[], room: Room): Part[] {
  const { reader, words } = speaker
  const said = themes.map(({ theme, wished }) => {
    const name = reader.t(`networks.theme.${theme}`)
    return words(wished ? `${name} (${reader.t('registry.note.wished')})` : name)
  })
  if (said.length === 0 || room.themes === 0) return []
  const { shown, more } = limited(speaker, said, room.themes)
  return prosePart(reader.t('registry.cooperation.themes'), joined([joined(shown, ', '), more], ' '))
}

function actorsPart(speaker: Speaker, { details, cooperation }: CooperationFacts, room: Room): Part[] {
  const { reader } = speaker
  const linked = cooperation.parties.filter(({ capacity }) => capacity !== 'party')
  const said = [
    ...details.actors.map(({ name, role }) =>
      joined([speaker.name(name), speaker.say(role, { emphasis: 'quiet' })], ', '),
    ),
    ...linked.map(({ name }) =>
      joined([speaker.name(name), speaker.words(reader.t('registry.cooperation.ecosystem'), 'quiet')], ', '),
    ),
  ]
  if (said.length === 0 || room.actors === 0) return []
  const { shown, more } = limited(speaker, said, room.actors)
  return prosePart(
    reader.t('registry.cooperation.actors'),
    joined([joined(shown, speaker.semicolon), more], ' '),
  )
}

interface Entry {
  lead: Passage
  passage: Passage
}

/** Since when, and by which instruments: their kind, state and date, and the source’s own words if it has some. */
function agreementEntries(
  speaker: Speaker,
  cooperation: CooperationSummary,
  agreements: Agreement[],
  room: Room,
): Part[] {
  const { t } = speaker.reader
  const { shown, more } = limited(speaker, agreements, room.agreements)
  const title = t('registry.cooperation.agreements')
  const silent =
    agreements.length === 0
      ? [{ lead: [], passage: speaker.words(t('registry.cooperation.agreementsEmpty')) }]
      : []
  const entries = [
    ...sinceEntry(speaker, cooperation),
    ...shown.map((agreement) => agreementEntry(speaker, cooperation, agreement)),
    ...silent,
    ...(more.length > 0 ? [{ lead: [], passage: more }] : []),
  ]
  if (entries.every(({ lead }) => lead.length === 0))
    return [{ kind: 'prose', title, passages: entries.map(({ passage }) => passage) }]
  return [{ kind: 'entries', title, entries }]
}

function sinceEntry(speaker: Speaker, { since, sinceWords }: CooperationSummary): Entry[] {
  if (since === null) return []
  const { t } = speaker.reader
  const said = speaker.say(sinceWords, { emphasis: 'quiet' })
  return [
    {
      lead: dateLead(speaker, since),
      passage: joined([speaker.words(t('registry.note.began')), said], ' – '),
    },
  ]
}

function agreementEntry(speaker: Speaker, cooperation: CooperationSummary, agreement: Agreement): Entry {
  const { t } = speaker.reader
  if (agreement.kind === 'none')
    return { lead: [], passage: speaker.words(t('registry.cooperation.noAgreement')) }
  const step = agreement.steps.at(-1)
  const title = speaker.say(agreement.title, { emphasis: 'strong' })
  const passage = joined(
    [
      title,
      speaker.words(kindAndState(speaker, agreement, textOf(title))),
      signatories(speaker, cooperation, agreement),
      step ? speaker.say(step.words, { emphasis: 'quiet' }) : [],
    ],
    ' – ',
  )
  if (!step?.happened) return { lead: speaker.words(t('registry.note.undated'), 'quiet'), passage }
  const isOpen = step.state === 'unsigned' || step.state === 'in_talks' || step.state === 'draft'
  const lead = dateLead(speaker, step.happened)
  return {
    lead: isOpen
      ? speaker.words(
          t('registry.note.knownOn', { day: describeDate(step.happened, speaker.reader.interfaceLanguage) }),
        )
      : lead,
    passage,
  }
}

// « Accord de jumelage, signé »: the kind appears once.
function kindAndState({ reader: { t } }: Speaker, { kind, steps }: Agreement, title: string): string {
  const kindWords = t(`registry.agreementKind.${kind}`)
  const state = steps.at(-1)?.state
  const isSaid = title.toLowerCase().includes(kindWords.toLowerCase())
  return [isSaid ? '' : kindWords, state ? t(`registry.agreementState.${state}`) : '']
    .filter(Boolean)
    .join(', ')
}

// Named only if they differ from the parties of the tie: another body, or an authority since merged.
function signatories(speaker: Speaker, cooperation: CooperationSummary, { parties }: Agreement): Passage {
  const own = new Set(
    cooperation.parties.filter(({ capacity }) => capacity === 'party').map(({ slug }) => slug),
  )
  if (parties.length === own.size && parties.every(({ slug }) => own.has(slug))) return []
  return joined(
    parties.map((party) => speaker.name(shortNames(party))),
    ', ',
  )
}

function dateLead({ reader, words }: Speaker, edtf: string): Passage {
  return words(describeDate(edtf, reader.interfaceLanguage))
}

const textOf = (passage: Passage) => passage.map(({ text }) => text).join('')
