import { describeDate, readEdtf } from '../../../../platform/dates/index.ts'
import type { Part } from '../../../../platform/documents/sheet.ts'
import { joined, type Speaker } from '../../../../platform/documents/speaker.ts'
import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import type { Landmark } from '../../../networks/index.ts'
import type { Agreement } from '../../agreements/queries.ts'
import { type DatedFact, listAnniversaries } from '../../anniversaries.ts'
import type { CooperationSummary } from '../../cooperations/summary.queries.ts'
import type { Room } from '../room.ts'

interface Dated {
  cooperations: CooperationSummary[]
  agreements: Agreement[]
  landmarks: Landmark[]
  /** Ids of the organisations of the note: landmarks of others are left out. */
  organisationIds: string[]
}

/** The anniversaries of the 24 months from a day, today by default, the soonest first: when, how many years, of what. */
export function anniversaryEntries(speaker: Speaker, dated: Dated, room: Room, from?: string): Part[] {
  const { t, today, interfaceLanguage } = speaker.reader
  const coming = listAnniversaries(factsOf(speaker, dated), from ?? today)
    .filter(({ years }) => years >= fewestYears)
    .slice(0, room.anniversaries)
  if (coming.length === 0) return []
  const entries = coming.map(({ on, years, subject }) => ({
    lead: speaker.words(describeDate(on, interfaceLanguage)),
    passage: joined([speaker.words(t('registry.anniversary.years', { years }), 'strong'), subject()], ' – '),
  }))
  return [{ kind: 'entries', title: t('registry.note.anniversaries'), entries }]
}

// A first anniversary is no occasion for an official.
const fewestYears = 5

type Said = DatedFact<() => ReturnType<Speaker['say']>>

function factsOf(speaker: Speaker, { cooperations, agreements, landmarks, organisationIds }: Dated): Said[] {
  const concerned = landmarks.filter(
    ({ concerns }) => concerns.length === 0 || concerns.some((id) => organisationIds.includes(id)),
  )
  const signed = agreements.flatMap(({ title, steps }) =>
    steps
      .filter(({ state, happened }) => state === 'signed' && happened)
      .map(({ happened }) => fact(speaker, happened ?? '', title)),
  )
  // If a tie began with an agreement, the agreement’s anniversary covers it.
  const years = new Set(signed.map(({ from }) => from.slice(0, 4)))
  const began = cooperations.flatMap(({ since }) =>
    since && !years.has(since.slice(0, 4))
      ? [{ ...rangeOf(since), subject: () => speaker.words(speaker.reader.t('registry.note.began')) }]
      : [],
  )
  return [...signed, ...began, ...concerned.map(({ title, happened }) => fact(speaker, happened, title))]
}

function fact(speaker: Speaker, edtf: string, title: LocalizedText): Said {
  return { ...rangeOf(edtf), subject: () => speaker.say(title) }
}

function rangeOf(edtf: string): { from: string; to: string } {
  const { from, to } = readEdtf(edtf)
  return { from, to }
}
