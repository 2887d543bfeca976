import type { Passage } from '../../../../platform/documents/sheet.ts'
import { dayWords } from '../../../../ui/text/date-words.ts'
import type { Holder } from '../queries.ts'
import { joined, type Speaker } from '../speaker.ts'

type Succession = Holder['predecessors'][number]

/** Which authorities it took the place of, and which took its own, as far as that has come to pass. */
export function successionPoints(speaker: Speaker, { predecessors, successors }: Holder): Passage[] {
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
