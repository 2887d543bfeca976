import { describeDate } from '../../../platform/dates/index.ts'
import type { Passage, Phrase } from '../../../platform/documents/sheet.ts'
import { languageOf } from '../../../platform/i18n/country-language.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { countryName, shortNames } from '../../directory/index.ts'
import type { KnownParty, KnownPath } from './known-path.ts'
import type { Side, SideCaution } from './legal-path.ts'
import type { TieAct } from './path.queries.ts'
import { hidesWhoVoted, type Progress, progressOf } from './progress.ts'
import { type Act, laws, type Rule, type StepKey, stepKeys } from './rules.ts'

/** « Limoges – Icheon, jumelage, 22 avril 2015 ». */
export function pathTitle(reader: Reader, { kind, on, sides }: KnownPath): string {
  return reader.t('briefs.path.of', {
    parties: sides.map(({ party }) => partyName(reader, party)).join(' – '),
    kind: actName(reader, kind),
    day: describeDate(on, reader.interfaceLanguage),
  })
}

export function partyName({ language }: Reader, party: KnownParty): string {
  return chooseName(shortNames(party), language).text
}

export function actName({ t }: Reader, kind: Act): string {
  return kind === 'event' ? t('briefs.path.event') : t(`registry.agreementKind.${kind}`)
}

/** The steps that any side takes, in their order. */
export function stepsOf({ sides }: KnownPath): StepKey[] {
  return stepKeys.filter((key) => sides.some(({ steps }) => steps.some(({ step }) => step === key)))
}

/**
 * What a side does for a step, line by line: how far it is, whether it is required and of whom, its law in the reader’s words and as its
 * country cites it, what to heed, and that nobody has read the text beside the rule. `room` 2 has it all, 1 no
 * words for the law, 0 of what to heed the ordinance alone.
 */
export function stepLines(
  reader: Reader,
  { party, steps }: Side<KnownParty>,
  key: StepKey,
  { tie, room = 2 }: { tie: TieAct | null; room?: number },
): Passage[] {
  const { t } = reader
  const rule = steps.find(({ step }) => step === key)
  if (!rule) return [inWords(reader, t('briefs.path.nothing'), 'quiet')]
  const progress = tie ? progressOf(rule, tie.act) : null
  const law = lawLines(reader, rule)
  const lines = [
    progress
      ? inWords(reader, progressWords(reader, progress), progress.state === 'unknown' ? 'quiet' : 'strong')
      : [],
    [
      ...inWords(reader, t(`briefs.path.required.${rule.required}`), 'strong'),
      ...inWords(reader, rule.required === 'no' ? '' : ` · ${t(`briefs.by.${rule.by}`)}`),
    ],
    ...(room < 2 ? law.slice(-1) : law),
    room > 0 || isOfOrdinance(rule.caution) ? inWords(reader, stepCaution(reader, party, rule)) : [],
    rule.checked_on === null ? inWords(reader, t('briefs.path.unchecked'), 'quiet') : [],
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
function lawLines(reader: Reader, { law, article, country, address }: Rule): Passage[] {
  if (law === null) return []
  const own = languageOf(country)
  const isOwn = own === reader.interfaceLanguage
  const cited: Phrase = {
    text: `${laws[law].short}${own === 'ko' ? ' ' : ', '}${article}`,
    ...(isOwn ? {} : { language: own }),
    ...(address === null ? {} : { href: address }),
  }
  if (isOwn || own !== 'ko') return [[cited]]
  return [inWords(reader, `${reader.t(`briefs.law.${laws[law].key}`)}, ${inLatin(reader, article)}`), [cited]]
}

/** What the short names of texts of law stand for, for readers who do not use them. */
export function lawNotes(reader: Reader, { sides }: KnownPath): Passage[] {
  const foreign = sides.flatMap(({ steps }) =>
    steps.flatMap(({ law, country }) => {
      const own = languageOf(country)
      return law === null || own === 'ko' || own === reader.interfaceLanguage ? [] : [law]
    }),
  )
  return [...new Set(foreign)].map((law) => [
    { text: laws[law].short, language: 'fr' },
    ...inWords(reader, `: ${reader.t(`briefs.law.${laws[law].key}`)}`),
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

function stepCaution(reader: Reader, party: KnownParty, { caution }: Rule): string {
  if (caution === null) return ''
  if (isOfOrdinance(caution)) return reader.t(`briefs.caution.${caution}`, { name: partyName(reader, party) })
  return reader.t(`briefs.caution.${caution}`)
}

function isOfOrdinance(caution: Rule['caution']) {
  return caution === 'ordinance' || caution === 'ordinance_friendship' || caution === 'ordinance_reach'
}

/** What is said of the whole path and of whole sides: that nothing is known, or that more applies. */
export function cautionsOf(reader: Reader, path: KnownPath, tie: TieAct | null): Passage[] {
  const ofTie = tie && [
    ...(tie.isVague ? (['vague_day'] as const) : []),
    ...(hidesWhoVoted(path.sides, tie.act) ? (['which_council'] as const) : []),
  ]
  return [
    ...[...path.cautions, ...(ofTie ?? [])].map((key) => reader.t(`briefs.caution.${key}`)),
    ...path.sides.flatMap(({ party, cautions }) => cautions.map((each) => sideCaution(reader, party, each))),
  ].map((text) => inWords(reader, text))
}

function sideCaution(reader: Reader, party: KnownParty, caution: SideCaution): string {
  const name = partyName(reader, party)
  const country = countryName(reader, party.country)
  if (caution.key === 'unknown_country') return reader.t('briefs.caution.unknown_country', { name, country })
  if (caution.key !== 'before_first_law') return reader.t(`briefs.caution.${caution.key}`, { name })
  const day = describeDate(caution.day, reader.interfaceLanguage)
  return reader.t('briefs.caution.before_first_law', { name, country, day })
}

/** Words of the interface, Hangul among other letters marked as Korean. */
export function inWords(reader: Reader, text: string, emphasis?: Phrase['emphasis']): Passage {
  const hangul = /(\p{Script=Hangul}(?:[\p{Script=Hangul}\s]*\p{Script=Hangul})?)/u
  return (reader.interfaceLanguage === 'ko' ? [text] : text.split(hangul)).flatMap((part, index) =>
    part === ''
      ? []
      : [{ text: part, ...(index % 2 === 1 ? { language: 'ko' } : {}), ...(emphasis ? { emphasis } : {}) }],
  )
}
