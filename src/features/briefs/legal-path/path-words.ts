import { describeDate } from '../../../platform/dates/index.ts'
import type { Passage, Phrase, Sheet } from '../../../platform/documents/sheet.ts'
import { createSpeaker, joined, type Speaker } from '../../../platform/documents/speaker.ts'
import { languageOf } from '../../../platform/i18n/country-language.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { dayWords } from '../../../ui/text/date-words.ts'
import { countryName, shortNames } from '../../directory/index.ts'
import type { Network } from '../../networks/index.ts'
import type { KnownParty, KnownPath, Side, SideCaution } from './legal-path.ts'
import type { TieAct } from './path.queries.ts'
import { type Progress, progressOf, wholeCautions } from './progress.ts'
import { type Act, laws, type Rule, type StepKey, stepKeys } from './rules.ts'

/** « Limoges – Icheon, jumelage, 22 avril 2015 ». */
export function pathTitle(reader: Reader, { kind, on, sides }: KnownPath): string {
  return reader.t('briefs.path.of', {
    parties: sides.map(({ party }) => partyName(reader, party)).join(' – '),
    kind: actName(reader, kind),
    day: describeDate(on, reader.interfaceLanguage),
  })
}

function partyName({ language }: Reader, party: KnownParty): string {
  return chooseName(shortNames(party), language).text
}

export function actName({ t }: Reader, kind: Act): string {
  return kind === 'event' ? t('briefs.path.event') : t(`registry.agreementKind.${kind}`)
}

/** A path in the reader’s words, as its page and its sheet of A4 show it. */
export interface PathWords {
  /** The names of those who take part, each with a column. */
  parties: string[]
  /** The steps that any of them takes, in their order, with what each does for it, line by line. */
  steps: { label: string; cells: Passage[][] }[]
  /** What is to be heeded of the whole path and of whole sides: that nothing is known, or that more applies. */
  cautions: Passage[]
  /** What the short names of texts of law stand for, for readers who do not use them. */
  laws: Passage[]
}

/** How much is said of a step: 2 all of it, 1 no words for the law, 0 of what to heed the ordinance alone. */
type Room = 0 | 1 | 2

/** Says a path; of a tie also how far each step is. `sides`: those that have room. */
export function sayPath(
  reader: Reader,
  path: KnownPath,
  tie: TieAct | null,
  { room = 2, sides = path.sides }: { room?: Room; sides?: KnownPath['sides'] } = {},
): PathWords {
  const speaker = createSpeaker(reader)
  const { t } = reader
  const taken = stepKeys.filter((key) => sides.some(({ steps }) => steps.some(({ step }) => step === key)))
  const cautions = [
    ...wholeCautions(path, tie).map((key) => t(`briefs.caution.${key}`)),
    ...path.sides.flatMap(({ party, cautions: own }) => own.map((each) => sideCaution(reader, party, each))),
  ]
  return {
    parties: sides.map(({ party }) => partyName(reader, party)),
    steps: taken.map((key) => ({
      label: t(`briefs.step.${key}`),
      cells: sides.map((side) => stepLines(speaker, side, key, { tie, room })),
    })),
    cautions: cautions.map((text) => speaker.words(text)),
    laws: lawNotes(speaker, path),
  }
}

/**
 * What a side does for a step: how far it is, whether it is required and of whom, its law in the reader’s words and as its country cites it,
 * what to heed, and that nobody has read the text beside the rule.
 */
function stepLines(
  speaker: Speaker,
  { party, steps }: Side<KnownParty>,
  key: StepKey,
  { tie, room }: { tie: TieAct | null; room: Room },
): Passage[] {
  const { reader, words } = speaker
  const { t } = reader
  const rule = steps.find(({ step }) => step === key)
  if (!rule) return [words(t('briefs.path.nothing'), 'quiet')]
  const progress = tie ? progressOf(rule, tie.act) : null
  const law = lawLines(speaker, rule)
  const lines = [
    progress ? words(progressWords(reader, progress), progress.state === 'unknown' ? 'quiet' : 'strong') : [],
    [
      ...words(t(`briefs.path.required.${rule.required}`), 'strong'),
      ...(rule.required === 'no' ? [] : words(` · ${t(`briefs.by.${rule.by}`)}`)),
    ],
    ...(room < 2 ? law.slice(-1) : law),
    stepCaution(speaker, party, rule, room),
    rule.checked_on === null ? words(t('briefs.path.unchecked'), 'quiet') : [],
  ]
  return lines.filter((line) => line.length > 0)
}

const signs = { done: '✓', not_done: '○', unknown: '?', out_of_order: '!' } as const

function progressWords({ t, interfaceLanguage }: Reader, { state, evidence }: Progress): string {
  const said = `${signs[state]} ${t(`briefs.path.progress.${state}`)}`
  if (evidence === null) return said
  const date = evidence.happened === null ? [] : [describeDate(evidence.happened, interfaceLanguage)]
  return `${said} (${[t(`registry.agreementState.${evidence.state}`), ...date].join(', ')})`
}

/** As its country cites it; before that in the reader’s letters where its own are others. */
function lawLines({ reader, words }: Speaker, { law, article, country, address }: Rule): Passage[] {
  if (law === null) return []
  const own = languageOf(country)
  const isOwn = own === reader.interfaceLanguage
  const cited: Phrase = {
    text: `${laws[law].short}${own === 'ko' ? ' ' : ', '}${article}`,
    ...(isOwn ? {} : { language: own }),
    ...(address === null ? {} : { href: address }),
  }
  if (isOwn || own !== 'ko') return [[cited]]
  return [words(`${reader.t(`briefs.law.${laws[law].key}`)}, ${inLatin(reader, article)}`), [cited]]
}

function lawNotes({ reader, words }: Speaker, { sides }: KnownPath): Passage[] {
  const foreign = sides.flatMap(({ steps }) =>
    steps.flatMap(({ law, country }) => {
      const own = languageOf(country)
      return law === null || own === 'ko' || own === reader.interfaceLanguage ? [] : [law]
    }),
  )
  return [...new Set(foreign)].map((law) => [
    { text: laws[law].short, language: 'fr' },
    ...words(`: ${reader.t(`briefs.law.${laws[law].key}`)}`),
  ])
}

// 제47조제1항제10호, 시행령 제39조(친선결연) → art. 47 (1) 10, décret, art. 39
function inLatin({ t }: Reader, article: string): string {
  const [cited = ''] = article.split('(')
  return cited
    .replaceAll(/제(\d+)조제(\d+)호/g, 'art. $1, $2')
    .replaceAll(/제(\d+)조/g, 'art. $1')
    .replaceAll(/제(\d+)항/g, ' ($1)')
    .replaceAll(/제(\d+)호/g, ' $1')
    .replaceAll('시행령 ', `${t('briefs.path.decree')}, `)
}

function stepCaution({ reader, words }: Speaker, party: KnownParty, { caution }: Rule, room: Room): Passage {
  if (caution === 'ordinance' || caution === 'ordinance_friendship' || caution === 'ordinance_reach')
    return words(reader.t(`briefs.caution.${caution}`, { name: partyName(reader, party) }))
  return caution === null || room === 0 ? [] : words(reader.t(`briefs.caution.${caution}`))
}

function sideCaution(reader: Reader, party: KnownParty, caution: SideCaution): string {
  const name = partyName(reader, party)
  const country = countryName(reader, party.country)
  if (caution.key === 'unknown_country') return reader.t('briefs.caution.unknown_country', { name, country })
  if (caution.key !== 'before_first_law') return reader.t(`briefs.caution.${caution.key}`, { name })
  const day = describeDate(caution.day, reader.interfaceLanguage)
  return reader.t('briefs.caution.before_first_law', { name, country, day })
}

interface PathFacts {
  network: Network
  path: KnownPath
  tie: TieAct | null
  /** The address of the page. */
  url: string
}

/** The path on one page of A4, both sides beside each other; each sheet is shorter than the one before. */
export function renderPathSheets(reader: Reader, facts: PathFacts): Sheet[] {
  const { path, tie } = facts
  return [path.sides.length, 3, 2].flatMap((most) =>
    ([2, 1, 0] as const).map((room) =>
      renderSheet(reader, facts, sayPath(reader, path, tie, { room, sides: path.sides.slice(0, most) })),
    ),
  )
}

function renderSheet(reader: Reader, { network, path, url }: PathFacts, said: PathWords): Sheet {
  const { t } = reader
  const { words } = createSpeaker(reader)
  const { parties, steps, cautions } = said
  const more = path.sides.length - parties.length
  const [left = [], ...right] = parties.map((name) => words(name))
  const group = chooseName(network.name, reader.language).text
  return {
    language: reader.interfaceLanguage,
    title: pathTitle(reader, path),
    subject: t('briefs.path.lead'),
    author: group,
    day: reader.today,
    kicker: words(group),
    aside: words(`${t('briefs.path.title')} · ${dayWords(reader, reader.today)}`),
    heading: {
      left: [{ main: left, own: [] }],
      right: right.map((main) => ({ main, own: [] })),
      line: { pattern: 'dashes', above: actName(reader, path.kind), below: dayWords(reader, path.on) },
    },
    parts: [
      {
        kind: 'table',
        title: t('briefs.path.steps'),
        columns: [left, ...right],
        rows: steps.map(({ label, cells }) => ({ label, cells: cells.map((lines) => joined(lines, ' – ')) })),
      },
      ...(cautions.length > 0
        ? [{ kind: 'points' as const, title: t('briefs.path.notes'), points: cautions }]
        : []),
    ],
    foot: [
      ...(more > 0 ? [words(t('registry.list.more', { count: more }))] : []),
      ...said.laws,
      words(t('briefs.path.disclaimer')),
      [{ text: url, href: url }],
    ],
  }
}
