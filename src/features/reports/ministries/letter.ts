import type { Report, ReportBlock } from '../../../platform/documents/report.ts'
import type { Passage } from '../../../platform/documents/sheet.ts'
import { languageOf } from '../../../platform/i18n/country-language.ts'
import { writeDay } from '../../../platform/i18n/formatters.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { ReportFacts } from '../facts.ts'

/** The edition that a letter goes with: `digest` of its facts, `address` of its page, and what is new as the report writes it. */
export interface Enclosed {
  number: number
  digest: string
  address: string
  news: readonly Passage[]
}

/**
 * The covering letter in the reader’s language, in the frozen words, to the government of the country that speaks it, as it was on the day of
 * the facts. Functions sign and are written to, never persons.
 */
export function coveringLetter(
  facts: ReportFacts,
  { t, language }: Reader,
  { number, digest, address, news }: Enclosed,
): Report {
  const group = chooseName(facts.network.name, language).text
  const said = { group, number: String(number) }
  // Official letters of Korea write days in numbers: 2017. 7. 8.
  const day = (iso: string) => writeDay(language, iso, language === 'ko' ? inNumbers : { dateStyle: 'long' })
  const addressees = facts.ministries.addressees.filter(({ country }) => languageOf(country) === language)
  const to = (role: 'to' | 'through') =>
    addressees
      .filter((each) => each.role === role)
      .map(({ name }) => ({
        label: role === 'to' ? t('reports.letter.to') : t('reports.letter.through'),
        passage: words(chooseName(name, language).text),
      }))
  const toFill = { label: t('reports.letter.to'), passage: words(t('reports.letter.toFill')) }
  const subject = t('reports.letter.subject', said)
  const period = { from: day(facts.from), to: day(facts.to), day: day(facts.day) }
  const former = facts.news === null ? null : String(facts.news.former.number)
  return {
    language,
    title: words(group),
    name: subject,
    subject,
    author: group,
    day: facts.day,
    kicker: [],
    facts: [
      ...(to('to').length > 0 ? to('to') : [toFill]),
      ...to('through'),
      { label: t('reports.letter.about'), passage: [{ text: subject, emphasis: 'strong' }] },
    ],
    contents: null,
    blocks: [
      paragraph(t('reports.letter.salutation')),
      paragraph(t('reports.letter.sent', { ...said, ...period })),
      ...whatIsNew(former, news.slice(0, mostNews), t),
      paragraph(t('reports.letter.silence')),
      paragraph(t('reports.letter.proof')),
      {
        kind: 'facts',
        facts: [
          { label: t('reports.letter.number'), passage: words(String(number)) },
          { label: t('reports.letter.period'), passage: words(t('reports.letter.fromTo', period)) },
          {
            label: t('reports.letter.digest'),
            passage: [{ text: digest, href: `${address}/manifest.json` }],
          },
          { label: t('reports.letter.page'), passage: [{ text: address, href: address }] },
          { label: t('reports.letter.verify'), passage: words(t('reports.letter.verifyLine')) },
        ],
      },
      paragraph(t('reports.letter.closing')),
      paragraph(t('reports.letter.enclosed')),
      {
        kind: 'table',
        columns: [
          t('reports.letter.signFunction'),
          t('reports.letter.signDay'),
          t('reports.letter.signature'),
        ],
        rows: [[words(' '), words(' '), words(' ')]],
        isToSign: true,
      },
    ],
    foot: [],
  }
}

const mostNews = 3
const inNumbers = { year: 'numeric', month: 'numeric', day: 'numeric' } as const

function whatIsNew(former: string | null, news: Passage[], t: Reader['t']): ReportBlock[] {
  if (former === null) return [paragraph(t('reports.letter.first'))]
  if (news.length === 0) return [paragraph(t('reports.letter.nothingNew', { former }))]
  return [paragraph(t('reports.letter.news', { former })), { kind: 'list', isOrdered: false, items: news }]
}

function paragraph(text: string): ReportBlock {
  return { kind: 'paragraph', passage: words(text) }
}

function words(text: string): Passage {
  return [{ text }]
}
