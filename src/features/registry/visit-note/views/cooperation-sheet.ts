import type { Part, Sheet, SheetName } from '../../../../platform/documents/sheet.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { tieTitle } from '../../../../ui/tie/tie-line.tsx'
import type { Theme } from '../../../networks/index.ts'
import type { Party } from '../../cooperations/summary.queries.ts'
import { inOrderOfSides } from '../../sides.ts'
import { agreementWords, partiesOf, tieParties } from '../../tie.ts'
import type { CooperationFacts } from '../queries.ts'
import type { Room } from '../room.ts'
import { createSpeaker, joined, type Speaker } from '../speaker.ts'
import { agreementEntries } from './agreement-entries.ts'
import { anniversaryEntries } from './anniversary-entries.ts'
import { authorityTable } from './authority-table.ts'
import { cautionPart, disputePoints, inheritancePoint, statusPoint } from './caution-points.ts'
import { exchangeEntries, plannedEntries } from './exchange-entries.ts'
import { limited } from './limited.ts'
import { linePatterns } from './line-pattern.ts'
import { prosePart } from './prose.ts'
import { sheetFoot } from './sheet-foot.ts'
import { sheetName } from './sheet-name.ts'
import { usefulWordsPart } from './useful-words.ts'

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
    parts,
    foot: sheetFoot(speaker, facts.evidence, url, room),
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
