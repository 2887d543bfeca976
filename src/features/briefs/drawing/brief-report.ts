import { cityOf, describeDate, zoneOf } from '../../../platform/dates/index.ts'
import type { Report } from '../../../platform/documents/report.ts'
import type { Passage } from '../../../platform/documents/sheet.ts'
import { createSpeaker, joined, type Speaker } from '../../../platform/documents/speaker.ts'
import { numberFormatter, writeDay } from '../../../platform/i18n/formatters.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { isCode } from '../../../platform/input/code.ts'
import { dayWords } from '../../../ui/text/date-words.ts'
import { countryName, kindName, kindsOf } from '../../directory/index.ts'
import { themes } from '../../networks/index.ts'
import { type ItemKey, sectionKeys } from '../items/skeleton.ts'
import { sourceWords } from '../items/source-words.ts'
import { briefTitle } from '../paths.ts'
import { countStates } from './brief.ts'
import type { Brief, BriefItem, Figures } from './schema.ts'

/** The most pages of a brief, whatever is said in it. */
export const mostPages = 2

/** How many of the lists that the program computes a brief shows: the words of its items never give way. */
export interface Room {
  holidays: number
  themes: number
  desks: number
}

export const wholeRoom: Room = { holidays: 30, themes: 10, desks: 8 }
export const shortRoom: Room = { ...wholeRoom, holidays: 8 }

/** From the whole to the least, in the order in which things give way. */
export const rooms: readonly Room[] = [
  wholeRoom,
  shortRoom,
  { holidays: 8, themes: 5, desks: 4 },
  { holidays: 4, themes: 3, desks: 2 },
  { holidays: 0, themes: 0, desks: 0 },
]

/** The brief as a document of two pages in the reader’s language; `address` leads to the living one, `code` is its QR code among the pictures. */
export function renderBriefReport(
  reader: Reader,
  brief: Brief,
  { room, address, group, edition }: { room: Room; address: string; group: string; edition?: string },
): Report {
  const speaker = createSpeaker(reader)
  const { t } = reader
  const title = briefTitle(reader, brief.country)
  const onDay = t('briefs.brief.onDay', { day: dayWords(reader, brief.day) })
  const tally = t('briefs.brief.tally', countStates(brief))
  const blocks = sectionKeys.flatMap((section): Report['blocks'] => [
    { kind: 'heading', level: 1, passage: speaker.words(t(`briefs.section.${section}`)) },
    {
      kind: 'facts',
      facts: brief.items
        .filter((item) => item.section === section)
        .map((item) => ({
          label: t(`briefs.item.${item.key}`),
          passage: itemPassage(speaker, brief, item, room),
        })),
    },
  ])
  return {
    language: reader.interfaceLanguage,
    title: speaker.words(title),
    name: `${title} – ${onDay}`,
    subject: t('briefs.brief.kicker'),
    author: group,
    day: brief.day,
    kicker: speaker.words(`${group} · ${t('briefs.brief.kicker')} · ${onDay}`),
    facts: [],
    contents: null,
    isClose: true,
    code: { picture: 0, alternative: t('briefs.brief.code') },
    blocks,
    foot: [
      [
        ...speaker.words(`${tally}. ${t('briefs.brief.legend')} ${t('briefs.brief.living')} `),
        { text: address, href: address },
      ],
      ...(edition === undefined ? [] : [speaker.words(edition)]),
      ...(speaker.usedMachine() ? [speaker.words(t('briefs.brief.machine'))] : []),
    ],
  }
}

/** An item in words: what is said, what the group adds, what the program computes, how far it can be relied on and whence it comes. */
export function itemPassage(speaker: Speaker, brief: Brief, item: BriefItem, room: Room): Passage {
  const { words } = speaker
  const { statement, state } = item
  const { t } = speaker.reader
  const said = statement === null ? [] : speaker.say(statement.text)
  const computed = computedOf(speaker, brief, item.key, room)
  const line =
    Object.keys(item.line).length > 0
      ? [...words(`${t('briefs.brief.groupSays')} `, 'quiet'), ...speaker.say(item.line)]
      : []
  const missing = said.length > 0 ? [] : words(askWords(speaker.reader, brief), 'quiet')
  const mark =
    state === 'unverified' || state === 'stale' ? words(`(${t(`briefs.state.${state}`)})`, 'strong') : []
  const isFirst = item === brief.items.find((each) => each.statement?.source === statement?.source)
  const remarks = words(remarksOf(speaker.reader, item, { isFirst }), 'quiet')
  return joined([said, missing, ...computed, line, mark, remarks], ' ')
}

/** Whom to ask for what is missing. */
export function askWords({ t, language }: Reader, { owner }: Pick<Brief, 'owner'>): string {
  return owner === null
    ? t('briefs.brief.askPartner')
    : t('briefs.brief.ask', { whom: chooseName(owner, language).text })
}

/**
 * Where the words come from and for which day, shortly: “[CGCT, art. L.2122-4, 1 janv. 2026]”; the foot says what stands in it.
 * After the first time a foreign law has its name in the reader’s language alone.
 */
export function remarksOf(reader: Reader, { statement }: BriefItem, { isFirst = true } = {}): string {
  const { asOf } = statement ?? { asOf: null }
  const named = statement === null ? '' : sourceWords(reader, statement)
  const source = isFirst ? named : named.replace(/ \(\p{Script=Hangul}[^)]*\)/u, '')
  const told = [source, asOf === null ? '' : shortDay(reader, asOf)].filter(Boolean)
  return told.length === 0 ? '' : `[${told.join(', ')}]`
}

// Forty lines have one: the words of a whole date would take a page.
function shortDay({ interfaceLanguage }: Reader, day: string): string {
  const month = interfaceLanguage === 'ko' ? 'numeric' : 'short'
  return writeDay(interfaceLanguage, day, { year: 'numeric', month, day: 'numeric' }).replaceAll(
    ' ',
    '\u00a0',
  )
}

/** What the program computes beside an item for the day: each passage is a sentence of its own. */
export function computedOf(speaker: Speaker, brief: Brief, key: ItemKey, room: Room): Passage[] {
  switch (key) {
    case 'counts':
      return countWords(speaker, brief)
    case 'themes':
      return themeWords(speaker, brief, room.themes)
    case 'holidays':
      return holidayWords(speaker, brief, room.holidays)
    case 'hours':
      return hourWords(speaker, brief)
    case 'first_desk':
      return deskWords(speaker, brief, room.desks)
    default:
      return []
  }
}

function countWords({ reader, words, semicolon }: Speaker, { figures, day, country }: Brief): Passage[] {
  if (figures.counts.length === 0) return []
  const number = (count: number) => numberFormatter(reader.interfaceLanguage, {}).format(count)
  const order = kindsOf(country)
  const counts = figures.counts.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  const counted = counts.map(({ kind, count, apart }) => {
    const figure =
      apart === 0
        ? number(count)
        : reader.t('briefs.counts.apart', { count: number(count - apart), all: number(count) })
    return `${kindName(reader, kind)} ${apart === 0 ? figure : `(${figure})`}`
  })
  const on = reader.t('briefs.counts.directory', { day: dayWords(reader, day) })
  return [[...words(`${counted.join(semicolon)} `), ...words(`(${on})`, 'quiet')]]
}

// One line a level: it is told what it acts on.
function themeWords({ reader, words, semicolon }: Speaker, { figures }: Brief, most: number): Passage[] {
  const shown = figures.themes.slice(0, most)
  const tiers = [...new Set(shown.flatMap((each) => each.tiers))]
  const told = tiers.map((tier) => {
    const own = shown.filter((each) => each.tiers.includes(tier)).map(({ theme }) => theme)
    const names = own.map((theme) => (isCode(themes, theme) ? reader.t(`networks.theme.${theme}`) : theme))
    return `${reader.t(`partners.tier.${tier}`)}${reader.interfaceLanguage === 'fr' ? ' : ' : ': '}${names.join(', ')}`
  })
  return told.length === 0 ? [] : [words(told.join(semicolon))]
}

function holidayWords({ reader, words, semicolon }: Speaker, { figures }: Brief, most: number): Passage[] {
  const runs = holidayRuns(reader, figures.holidays)
  const shown = runs.slice(0, most)
  if (shown.length === 0) return []
  const more = runs.length - shown.length
  const days = shown.map(
    ({ from, to, name }) =>
      `${describeDate(from === to ? from : `${from}/${to}`, reader.interfaceLanguage, null, reader.today)}, ${name}`,
  )
  return [
    words([...days, ...(more > 0 ? [reader.t('briefs.brief.more', { count: more })] : [])].join(semicolon)),
  ]
}

/** Holidays with those that follow on the next day: the eve, the feast and the day in its place are one, called by what all are called. */
function holidayRuns(reader: Reader, holidays: Figures['holidays']) {
  const runs: { from: string; to: string; names: string[] }[] = []
  for (const { date, name } of holidays) {
    const { text } = chooseName(name, reader.language)
    const last = runs.at(-1)
    if (last && Temporal.PlainDate.from(last.to).add({ days: 1 }).toString() === date) {
      last.to = date
      last.names.push(text)
    } else runs.push({ from: date, to: date, names: [text] })
  }
  return runs.map(({ names, ...days }) => ({
    ...days,
    name: names.find((name) => names.every((each) => each.includes(name))) ?? names.join(', '),
  }))
}

function hourWords({ reader, words }: Speaker, { figures, country }: Brief): Passage[] {
  const city = (of: string) => chooseName(cityOf(zoneOf(of)), reader.language).text
  return figures.hours.map(({ on, country: other, here, there }) =>
    words(
      reader.t('briefs.hours.common', {
        season: reader.t(on.slice(5, 7) === '01' ? 'briefs.hours.winter' : 'briefs.hours.summer'),
        other: countryName(reader, other),
        here,
        there,
        here_city: city(country),
        there_city: city(other),
      }),
    ),
  )
}

function deskWords(speaker: Speaker, { desks }: Brief, most: number): Passage[] {
  const { reader, words } = speaker
  return desks.slice(0, most).map(({ organisation, function: post, isHeld, vacantSince, announcedFor }) => {
    const day = (edtf: string) => describeDate(edtf, reader.interfaceLanguage, null, reader.today)
    const state = isHeld
      ? ''
      : vacantSince === null
        ? reader.t('briefs.desk.vacantNow')
        : reader.t('briefs.desk.vacant', { since: day(vacantSince) })
    const next = announcedFor === null ? '' : reader.t('briefs.desk.announced', { when: day(announcedFor) })
    const remarks = [state, next].filter(Boolean).join(', ')
    return [
      ...speaker.name(organisation, { emphasis: 'strong' }),
      ...words(', '),
      ...speaker.say(post),
      ...words(remarks === '' ? '.' : ` (${remarks}).`),
    ]
  })
}
