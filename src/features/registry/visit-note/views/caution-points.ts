import { describeDate, parseEdtf } from '../../../../platform/dates/index.ts'
import type { Part, Passage } from '../../../../platform/documents/sheet.ts'
import { joined, type Speaker } from '../../../../platform/documents/speaker.ts'
import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { dayWords } from '../../../../ui/text/date-words.ts'
import type { CooperationDetails } from '../../cooperations/details.queries.ts'
import type { CooperationSummary } from '../../cooperations/summary.queries.ts'
import { statusWords } from '../../dormancy.ts'
import type { Dispute } from '../../evidence/queries.ts'
import type { Room } from '../room.ts'
import { limited } from './sheet-parts.ts'

/** What to know before speaking of the tie, as points; the most delicate first. */
export function cautionPart(speaker: Speaker, points: Passage[], room: Room): Part[] {
  if (points.length === 0 || room.cautions === 0) return []
  const { shown, more } = limited(speaker, points, room.cautions)
  const title = speaker.reader.t('registry.note.caution')
  return [{ kind: 'points', title, points: more.length > 0 ? [...shown, more] : shown }]
}

/** A tie that is not simply active: its state, the reason, who wants what, and since when nothing is known. */
export function statusPoint(
  speaker: Speaker,
  { standing: stated }: CooperationSummary,
  { standings }: CooperationDetails,
): Passage[] {
  const { reader, words } = speaker
  if (stated.status === 'active' && stated.intention === null) return []
  const intention = stated.intention ? words(reader.t(`registry.intention.${stated.intention}`)) : []
  const said = standings[0]?.status === stated.status ? speaker.say(standings[0].reason) : []
  const status = words(
    capitalized(reader.t(`ui.status.${stated.status}`), reader.interfaceLanguage),
    'strong',
  )
  return [joined([status, said, intention, words(statusWords(reader, stated), 'quiet')], ' – ')]
}

/** A tie that an authority inherited and has not yet confirmed as its own. */
export function inheritancePoint(speaker: Speaker, { inheritance }: CooperationDetails): Passage[] {
  if (!inheritance || inheritance.confirmedOn !== null) return []
  const { reader, words } = speaker
  const nameOf = (name: typeof inheritance.predecessor.name) =>
    speaker
      .name(name)
      .map(({ text }) => text)
      .join('')
  return [
    words(
      reader.t('registry.cooperation.inheritedFrom', {
        predecessor: nameOf(inheritance.predecessor.name),
        successor: nameOf(inheritance.successor.name),
        day: dayWords(reader, inheritance.happenedOn),
      }),
    ),
  ]
}

/** Disputes between sources: the values, unless the remark names one that was not kept, and the remark. */
export function disputePoints(speaker: Speaker, disputes: Dispute[]): Passage[] {
  return disputes
    .map((dispute) => {
      const note = speaker.say(dispute.note)
      const values = dispute.values.map((value) => ({ ...value, text: valueText(speaker, value.value) }))
      const isNamed = values.some(
        ({ text, rank }) => rank !== 'preferred' && textOf(note).toLowerCase().includes(text.toLowerCase()),
      )
      return joined([isNamed ? [] : valuesWords(speaker, values), note], ' – ')
    })
    .filter((point) => point.length > 0)
}

type Value = Dispute['values'][number] & { text: string }

function valuesWords({ reader, words }: Speaker, values: Value[]): Passage {
  const [kept, ...more] = values.filter(({ rank }) => rank === 'preferred')
  const [refused, ...others] = values.filter(({ rank }) => rank !== 'preferred')
  if (kept && refused?.rank === 'deprecated' && more.length + others.length === 0) {
    return words(reader.t('registry.note.insteadOf', { kept: kept.text, refused: refused.text }))
  }
  return words(values.map(({ text }) => text).join(' / '))
}

function valueText(speaker: Speaker, value: Value['value']): string {
  if (typeof value !== 'string') return textOf(speaker.say(value))
  return 'problem' in parseEdtf(value) ? value : describeDate(value, speaker.reader.interfaceLanguage)
}

const textOf = (passage: Passage) => passage.map(({ text }) => text).join('')
