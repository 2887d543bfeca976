import type { Part, Passage, Sheet } from '../../../platform/documents/sheet.ts'
import { joined } from '../../../platform/documents/speaker.ts'
import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { dayWords } from '../../../ui/text/date-words.ts'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import { byOwnSide, countryName, shortNames } from '../../directory/index.ts'
import type { Network } from '../../networks/index.ts'
import { paths } from '../paths.ts'
import type { PracticeReview } from '../reviews/queries.ts'
import { ageOf } from '../sheets/practice.ts'
import type { Practice } from '../sheets/queries.ts'
import { costWords, levelWords, practiceTitle, staffWords } from '../sheets/sheet-words.ts'
import type { PracticeUse } from '../uses/queries.ts'
import { listPart, Paper, type Room, rooms } from './paper.ts'

/** What a sheet on paper says. */
export interface PrintedPractice {
  practice: Practice
  uses: readonly PracticeUse[]
  reviews: readonly PracticeReview[]
}

interface Printing {
  reader: Reader
  network: Pick<Network, 'slug' | 'name' | 'countries'>
  baseUrl: string
}

/** A sheet as one page of A4 for somebody who never saw the site, from the whole to the shortest form. */
export function printPractice(printing: Printing, printed: PrintedPractice): Sheet[] {
  return rooms.map((room) => draw(printing, printed, room))
}

function draw({ reader, network, baseUrl }: Printing, printed: PrintedPractice, room: Room): Sheet {
  const { t } = reader
  const { practice } = printed
  const paper = new Paper(reader, room)
  const title = chooseText(practice.title, reader.language)
  const parts: Part[] = [
    standingPart(paper, printed),
    { kind: 'prose', title: t('practices.field.problem'), passages: paper.said(practice.problem, 0.5) },
    { kind: 'prose', title: t('practices.field.done'), passages: paper.said(practice.done, 1) },
    resultsPart(paper, practice),
    failedPart(paper, practice),
    factsPart(paper, practice),
    transferPart(paper, network, practice),
    usesPart(paper, printed),
  ]
  return {
    language: reader.interfaceLanguage,
    title: `${practiceTitle(reader, practice)} – ${chooseName(shortNames(practice.holder), reader.language).text}`,
    subject: t('practices.practice.noun'),
    author: chooseName(network.name, reader.language).text,
    day: reader.today,
    kicker: paper.speaker.name(network.name),
    aside: paper.words(t('practices.print.knownOn', { day: dayWords(reader, reader.today) })),
    heading: {
      left: [
        {
          main: paper.words(title?.text ?? practice.slug),
          own: [...bodies(paper, practice), ...titleMark(paper, title)],
        },
      ],
      right: [],
      line: null,
    },
    parts,
    foot: footOf(paper, practice, baseUrl + paths.practice(reader, network.slug, practice.slug)),
  }
}

function bodies(paper: Paper, { holder, partners }: Practice): Passage {
  const { t } = paper.reader
  const others = joined(
    paper.rows(partners, (partner) => paper.body(partner)),
    ', ',
  )
  return joined(
    [
      paper.body(holder),
      others.length === 0
        ? []
        : [...paper.words(`${t('practices.field.partners')}${paper.colon}`), ...others],
    ],
    ' · ',
  )
}

/** That the title is in another language, or a machine’s. */
function titleMark(paper: Paper, title: ReturnType<typeof chooseText>): Passage {
  const { reader } = paper
  if (title === null) return []
  const { language, state } = title
  if (language !== reader.language)
    return paper.words(
      ` · ${reader.t('practices.print.titleIn', { language: languageInWords(reader, language) })}`,
    )
  if (state !== 'machine' && state !== 'stale') return []
  return paper.words(` · ${reader.t(state === 'machine' ? 'ui.text.machine' : 'ui.text.outOfDate')}`)
}

/** How far it can be relied on: who confirmed or disputes it, how old it is, whether it is anybody’s word at all. */
function standingPart(paper: Paper, { practice, reviews }: PrintedPractice): Part {
  const { reader } = paper
  const { t } = reader
  const { publication, endedOn, lookedOn } = practice
  const age = ageOf(practice, reader.today)
  const day = dayWords(reader, endedOn ?? lookedOn)
  const answered = reviews.filter(({ stance }) => stance !== null)
  const reviewed = paper.rows(answered, ({ reviewer, stance, saidAs, saidOn, words, whoCould }) =>
    joined(
      [
        [
          ...paper.body(reviewer),
          ...paper.words(
            `, ${[saidAs, saidOn && dayWords(reader, saidOn)].filter(Boolean).join(', ')}${paper.colon}`,
          ),
          ...paper.words(t(`practices.confirmation.${stance ?? 'claimed'}`), 'strong'),
        ],
        paper.labelled(t('practices.review.words'), words),
        paper.labelled(t('practices.transfer.whoWould'), whoCould),
      ],
      ' – ',
    ),
  )
  const passages =
    publication === 'published'
      ? answered.length > 0
        ? reviewed
        : [paper.words(t('practices.print.claimed'), 'strong')]
      : [
          paper.words(
            t(publication === 'draft' ? 'practices.print.draft' : `practices.notice.${publication}`),
            'strong',
          ),
        ]
  const aged =
    endedOn !== null
      ? paper.words(t('practices.notice.ended', { day }), 'strong')
      : age === 'current'
        ? paper.words(t('practices.print.looked', { day }))
        : paper.words(t(`practices.notice.${age}`, { day }), 'strong')
  return { kind: 'prose', title: t('practices.print.standing'), passages: [...passages, aged] }
}

function resultsPart(paper: Paper, { results }: Practice): Part {
  const { reader } = paper
  const { t } = reader
  const points = paper.rows(results, ({ measure, on, evidence }) => [
    ...joined(paper.said(measure, 0.25), ' '),
    ...paper.words(on === null ? ' ' : ` (${dayWords(reader, on)}) `),
    ...(evidence === ''
      ? paper.words(t('practices.results.noEvidence'), 'quiet')
      : [{ text: t('practices.field.evidence'), href: evidence }]),
  ])
  return listPart(t('practices.field.results'), points.length > 0 ? points : paper.said({}, 1))
}

function failedPart(paper: Paper, { failed, failedSaid, nothingSaidAs }: Practice): Part {
  const { t } = paper.reader
  const passages =
    failedSaid === 'nothing'
      ? [paper.words(t('practices.failed.nothingBy', { function: nothingSaidAs }))]
      : paper.said(failed, 0.6)
  return { kind: 'prose', title: t('practices.field.failed'), passages }
}

function factsPart(paper: Paper, practice: Practice): Part {
  const { reader } = paper
  const { t } = reader
  const { themes, period, contact, isContactVacant, languages, costSaid, costCovers } = practice
  const covers = costSaid === 'said' && Object.keys(costCovers).length > 0 ? paper.said(costCovers, 0.25) : []
  const spoken = languages.map((language) => languageInWords(reader, language)).join(', ')
  const post =
    contact === null ? paper.words(t('practices.contact.none')) : joined(paper.said(contact, 0.25), ' ')
  const facts: [label: string, passage: Passage][] = [
    [
      t('practices.field.themes'),
      joined(
        paper.rows(themes, (theme) => paper.words(t(`networks.theme.${theme}`))),
        ', ',
      ),
    ],
    [t('practices.field.period'), period === null ? [] : paper.words(dayWords(reader, period))],
    [t('practices.field.cost'), joined([paper.words(costWords(reader, practice)), ...covers], ' ')],
    [t('practices.field.staff'), paper.words(staffWords(reader, practice))],
    [
      t('practices.field.contact'),
      [
        ...post,
        ...paper.words(isContactVacant ? ` (${t('practices.contact.vacant')})` : ''),
        ...paper.words(spoken === '' ? '' : ` – ${spoken}`),
      ],
    ],
  ]
  const entries = facts.flatMap(([label, passage]) =>
    passage.length === 0 ? [] : [{ lead: paper.words(label, 'quiet'), passage }],
  )
  return { kind: 'entries', title: t('practices.print.facts'), entries }
}

/** What it takes in each country, the reader’s own side first. */
function transferPart(
  paper: Paper,
  network: Printing['network'],
  { holder, themes, transfers }: Practice,
): Part {
  const { reader } = paper
  const { t } = reader
  const countries = byOwnSide(reader, network.countries)
  const entries = countries.map((country) => {
    const who = country === holder.country ? 'practices.transfer.holderMay' : 'practices.transfer.whoWould'
    const levels = paper.rows(themes, (theme) =>
      paper.words(
        `${themes.length === 1 ? '' : `${t(`networks.theme.${theme}`)}, `}${levelWords(reader, theme, country, holder)}`,
      ),
    )
    const said = transfers.find(({ id }) => id === country)
    return {
      lead: paper.words(countryName(reader, country)),
      passage: joined(
        [
          [...paper.words(`${t(who)}${paper.colon}`, 'quiet'), ...joined(levels, paper.speaker.semicolon)],
          ...(said
            ? [
                paper.labelled(t('practices.field.needs'), said.needs),
                paper.labelled(t('practices.field.hinders'), said.hinders),
              ]
            : []),
        ],
        ' – ',
      ),
    }
  })
  return { kind: 'entries', title: t('practices.form.transfer'), entries }
}

function usesPart(paper: Paper, { uses }: PrintedPractice): Part {
  const { reader } = paper
  const { t } = reader
  const points = paper.rows(uses, ({ taker, state, since, confirmedOn, changed, outcome, reason }) =>
    joined(
      [
        joined(
          [
            paper.body(taker),
            paper.words(t(`practices.use.states.${state}`)),
            since === null ? [] : paper.words(dayWords(reader, since)),
            confirmedOn === null ? paper.words(t('practices.use.unconfirmed'), 'strong') : [],
          ],
          ', ',
        ),
        paper.labelled(t('practices.use.changed'), changed),
        paper.labelled(t('practices.use.outcome'), outcome),
        paper.labelled(t('practices.use.reason'), reason),
      ],
      ' – ',
    ),
  )
  return listPart(
    t('practices.use.title'),
    points.length > 0 ? points : [paper.words(t('practices.use.none'), 'quiet')],
  )
}

/** Called last, once every text is written. */
function footOf(paper: Paper, { licence, files }: Practice, url: string): Passage[] {
  const { t } = paper.reader
  return [
    [
      ...paper.words(t(paper.isShortened ? 'practices.print.shortened' : 'practices.print.page')),
      { text: ' ' },
      { text: url, href: url },
      ...paper.words(files.length === 0 ? '' : ` (${t('practices.print.files', { count: files.length })})`),
    ],
    paper.words(`${t('practices.field.licence')}${paper.colon}${t(`practices.licence.${licence}`)}`),
  ]
}
