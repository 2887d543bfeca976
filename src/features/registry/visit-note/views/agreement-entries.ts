import { describeDate } from '../../../../platform/dates/index.ts'
import type { Part, Passage } from '../../../../platform/documents/sheet.ts'
import { shortNames } from '../../../directory/index.ts'
import type { Agreement } from '../../agreements/queries.ts'
import type { CooperationSummary } from '../../cooperations/summary.queries.ts'
import type { Room } from '../room.ts'
import { joined, type Speaker } from '../speaker.ts'
import { limited } from './limited.ts'

interface Entry {
  lead: Passage
  passage: Passage
}

/** Since when, and by which instruments: their kind, state and date, and the source’s own words if it has some. */
export function agreementEntries(
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
