import type { Report, ReportBlock } from '../../../platform/documents/report.ts'
import type { Passage, Phrase } from '../../../platform/documents/sheet.ts'
import { chooseName, chooseText, type LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { dateWords } from '../../../ui/text/date-words.ts'
import { shortNames } from '../../directory/index.ts'
import type { Network } from '../../networks/index.ts'
import { presenceWords } from '../attendance/attendance-list.tsx'
import type { Participant } from '../attendance/participant.ts'
import type { Decision } from '../decisions/queries.ts'
import { clockLines } from '../meetings/views/meeting-facts.tsx'
import { readBlocks, type TextRun } from '../sections/markdown.ts'
import type { Section } from '../sections/section.ts'
import type { WholeMinutes } from './whole-minutes.ts'

/** Minutes as a document in the reader’s language; passages in other languages are marked. `address` is that of the page. */
export function minutesReport(
  reader: Reader,
  network: Network,
  minutes: WholeMinutes,
  address: string,
): Report {
  const { t } = reader
  const { meeting } = minutes
  const title = textIn(reader, meeting.title)
  const name = title.map(({ text }) => text).join('')
  return {
    language: reader.interfaceLanguage,
    title,
    name: `${name} – ${t('minutes.text.minutes')}`,
    subject: t('minutes.text.minutes'),
    author: chooseName(network.name, reader.language).text,
    day: meeting.heldOn,
    kicker: [
      { text: chooseName(network.name, reader.language).text },
      { text: ` · ${t('minutes.text.minutes')}` },
      ...(meeting.finalNumber
        ? [{ text: ` ${t('minutes.final.number', { number: meeting.finalNumber })}` }]
        : []),
    ],
    facts: factsOf(reader, network, minutes),
    contents: t('minutes.text.contents'),
    blocks: [
      ...decisionBlocks(reader, minutes.decisions),
      ...minutes.sections.flatMap((section) => sectionBlocks(reader, section)),
      ...attendanceBlocks(reader, minutes.participants),
      ...(minutes.errata.length > 0 ? [heading(1, [{ text: t('ui.edition.errata') }])] : []),
      ...minutes.errata.map(({ text }) => ({ kind: 'paragraph' as const, passage: textIn(reader, text) })),
    ],
    foot: [
      [{ text: address, href: address }],
      meeting.finalSha256
        ? [{ text: `SHA-256 ${meeting.finalSha256}` }]
        : [{ text: t('minutes.text.notFinal') }],
    ],
  }
}

function factsOf(reader: Reader, network: Network, { meeting, points }: WholeMinutes): Report['facts'] {
  const { t } = reader
  const { placeOrganisation } = meeting
  const place = [
    ...textIn(reader, meeting.place),
    ...(placeOrganisation
      ? [
          {
            text: `${Object.keys(meeting.place).length > 0 ? ', ' : ''}${chooseName(shortNames(placeOrganisation), reader.language).text}`,
          },
        ]
      : []),
  ]
  const chair = textIn(reader, meeting.chair)
  return [
    ...clockLines(reader, { countries: network.countries, meeting }).map((text, index) => ({
      label: index === 0 ? t('minutes.field.when') : '',
      passage: [{ text }],
    })),
    ...(place.length > 0 ? [{ label: t('minutes.field.place'), passage: place }] : []),
    ...(chair.length > 0 ? [{ label: t('minutes.field.chair'), passage: chair }] : []),
    ...points.map(({ title }, index) => ({
      label: index === 0 ? t('minutes.agenda.title') : '',
      passage: [{ text: `${index + 1}. ` }, ...textIn(reader, title)],
    })),
  ]
}

function decisionBlocks(reader: Reader, decisions: readonly Decision[]): ReportBlock[] {
  const { t } = reader
  const decided = decisions.filter(({ state }) => state === 'decided')
  const others = decisions.filter(({ state }) => state !== 'decided')
  const list = (some: readonly Decision[]): ReportBlock => ({
    kind: 'list',
    isOrdered: true,
    items: some.map((decision) => decisionPassage(reader, decision)),
  })
  return [
    ...(decided.length > 0 ? [heading(1, [{ text: t('minutes.decision.decided') }]), list(decided)] : []),
    ...(others.length > 0 ? [heading(1, [{ text: t('minutes.decision.proposed') }]), list(others)] : []),
  ]
}

function decisionPassage(
  reader: Reader,
  { text, saidBy, horizon, horizonWords, actions }: Decision,
): Passage {
  const { t } = reader
  const due = horizon ? [{ text: ` – ${dateWords(reader, horizon, horizonWords).shown}` }] : []
  const by = textIn(reader, saidBy)
  return [
    ...textIn(reader, text),
    ...(by.length > 0 ? [{ text: ' (' }, ...by, { text: ')' }] : []),
    ...due,
    ...actions.flatMap((action) => [
      { text: ' – ' },
      ...textIn(reader, action.text),
      ...(action.organisation
        ? [{ text: `, ${chooseName(action.organisation.name, reader.language).text}` }]
        : []),
      ...(action.due
        ? [{ text: `, ${t('minutes.action.due')} ${dateWords(reader, action.due, action.dueWords).shown}` }]
        : []),
    ]),
  ]
}

function sectionBlocks(reader: Reader, { title, text, level }: Section): ReportBlock[] {
  const chosen = chooseText(text, reader.language)
  const language = chosen && chosen.language !== reader.interfaceLanguage ? { language: chosen.language } : {}
  const phrases = (runs: readonly TextRun[]): Passage => runs.map((run) => phraseOf(run, language))
  const body = chosen ? readBlocks(chosen.text) : []
  return [
    heading(level <= 2 ? 1 : level === 3 ? 2 : 3, textIn(reader, title)),
    ...body.map((block): ReportBlock => {
      if (block.kind === 'list')
        return { kind: 'list', isOrdered: block.isOrdered, items: block.items.map(phrases) }
      if (block.kind === 'quotation') return { kind: 'quotation', passage: phrases(block.runs) }
      const passage = phrases(block.runs)
      return {
        kind: 'paragraph',
        passage: block.kind === 'title' ? passage.map((each) => ({ ...each, emphasis: 'strong' })) : passage,
      }
    }),
  ]
}

function phraseOf(run: TextRun, language: Pick<Phrase, 'language'>): Phrase {
  return {
    text: run.text,
    ...language,
    ...(run.isStrong || run.isStressed ? { emphasis: 'strong' as const } : {}),
    ...(run.href ? { href: run.href } : {}),
  }
}

function attendanceBlocks(reader: Reader, participants: readonly Participant[]): ReportBlock[] {
  const { t } = reader
  if (participants.length === 0) return []
  return [
    heading(1, [{ text: t('minutes.attendance.title') }]),
    {
      kind: 'table',
      columns: [
        t('minutes.attendance.who'),
        t('minutes.attendance.organisation'),
        t('minutes.attendance.presence'),
      ],
      rows: participants.map((each) => [
        whoPassage(reader, each),
        [
          {
            text: each.organisation
              ? chooseName(shortNames(each.organisation), reader.language).text
              : each.organisationWords,
          },
        ],
        [{ text: presenceWords(reader, each) }],
      ]),
    },
  ]
}

function whoPassage(reader: Reader, { function: words, name }: Participant): Passage {
  const role = textIn(reader, words)
  if (!name) return role.length > 0 ? role : [{ text: reader.t('minutes.attendance.unnamed') }]
  return [...role, { text: role.length > 0 ? `, ${name}` : name }]
}

function heading(level: 1 | 2 | 3, passage: Passage): ReportBlock {
  return { kind: 'heading', level, passage }
}

function textIn(reader: Reader, text: LocalizedText): Passage {
  const chosen = chooseText(text, reader.language)
  if (!chosen) return []
  return [
    {
      text: chosen.text,
      ...(chosen.language === reader.interfaceLanguage ? {} : { language: chosen.language }),
    },
  ]
}
