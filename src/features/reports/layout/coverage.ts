import { shareBars } from '../../../platform/documents/charts.ts'
import type { ReportBlock } from '../../../platform/documents/report.ts'
import type { Passage } from '../../../platform/documents/sheet.ts'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import { isOpen } from '../difference/compare.ts'
import type { FactTie, ReportFacts } from '../facts.ts'
import type { Print } from './print.ts'

/** Decisions of meetings, and what became of them. */
export function decisionBlocks(print: Print): ReportBlock[] {
  const { t } = print
  const { decisions } = print.facts
  const count = (part: 'open' | 'done' | 'dropped') =>
    decisions.reduce((sum, { actions }) => sum + actions[part], 0)
  return [
    print.section('decisions'),
    print.paragraph(
      t('reports.print.decisions.lead', {
        count: decisions.length,
        untold: decisions.filter(({ actions: { open, done, dropped } }) => open + done + dropped === 0)
          .length,
        open: count('open'),
        done: count('done'),
        dropped: count('dropped'),
      }),
    ),
    ...[...Map.groupBy(decisions, ({ meeting }) => meeting && JSON.stringify(meeting))].flatMap(([, same]) =>
      ofMeeting(print, same),
    ),
  ]
}

function ofMeeting(print: Print, decisions: ReportFacts['decisions']): ReportBlock[] {
  const { t } = print
  const meeting = decisions[0]?.meeting ?? null
  return [
    meeting === null
      ? print.heading(t('reports.print.decisions.noMeeting'), 2)
      : {
          kind: 'heading',
          level: 2,
          passage: print.sentence(print.said(meeting.title), `(${print.day(meeting.heldOn)})`),
        },
    ...print.table(
      ['decision', 'became'],
      decisions.map(({ text, state, actions }) => [
        print.sentence(print.said(text), `(${print.word(`minutes.decisionState.${state}`)})`),
        actions.open + actions.done + actions.dropped === 0
          ? t('reports.print.decisions.noAction')
          : t('reports.print.decisions.actions', actions),
      ]),
      [7, 3],
    ),
  ]
}

/** What sources contradict each other on; nothing is decided here, and what the group decided is counted alone. */
export function disputeBlocks(print: Print): ReportBlock[] {
  const all = print.facts.ties.flatMap((tie) => tie.disputes.map((dispute) => ({ tie, dispute })))
  const open = all.filter(({ dispute }) => isOpen(dispute))
  const settled = all.length - open.length
  return [
    print.section('disputes'),
    print.paragraph(
      print.t('reports.print.disputes.lead', { count: open.length }),
      ...(settled > 0 ? [print.t('reports.print.disputes.settled', { count: settled })] : []),
    ),
    ...print.table(
      ['tie', 'point', 'values'],
      open.map(({ tie, dispute }) => [
        print.tieName(tie),
        print.field(dispute.field),
        print.semicolons(dispute.values.map((each) => disputeValue(print, dispute.field, each))),
      ]),
      [4, 3, 6],
    ),
  ]
}

type DisputeValue = FactTie['disputes'][number]['values'][number]

function disputeValue(print: Print, field: string, { value, source }: DisputeValue): Passage {
  const said =
    typeof value !== 'string'
      ? print.said(value)
      : field === 'status' && print.isWord(`ui.status.${value}`)
        ? print.words(print.word(`ui.status.${value}`))
        : print.words(/^\d{4}/.test(value) ? print.day(value) : value)
  return print.sentence(said, ...(source === null ? [] : [sourceTitle(print, source)]))
}

function sourceTitle(print: Print, slug: string): Passage {
  const source = print.facts.sources.find((each) => each.slug === slug)
  if (source === undefined) return []
  return print.sentence('–', print.said(source.title))
}

/** Who was asked about its own lines, who answered, and since when nothing is known of the others. */
export function lineBlocks(print: Print): ReportBlock[] {
  const { t, facts } = print
  const { lines } = facts
  const asked = lines.filter(({ askedOn }) => askedOn !== null)
  const count = (stance: FactLine['stance']) => lines.filter((line) => line.stance === stance).length
  return [
    print.section('lines'),
    print.paragraph(
      asked.length === 0
        ? t('reports.print.lines.nobody', { all: lines.length })
        : t('reports.print.lines.lead', {
            all: lines.length,
            asked: asked.length,
            confirmed: count('confirmed'),
            disputed: count('disputed'),
            added: count('added'),
            silent: asked.filter(({ stance }) => stance === null).length,
          }),
    ),
    ...print.countries.flatMap((country) => {
      const own = lines.filter(({ bodyId }) => print.body(bodyId).country === country)
      if (own.length === 0) return []
      return [print.heading(print.country(country), 2), ...lineTable(print, own, asked.length > 0)]
    }),
  ]
}

type FactLine = ReportFacts['lines'][number]

// Who said something first, then those of whom nothing is known for longest.
function lineTable(print: Print, lines: FactLine[], wasAsked: boolean): ReportBlock[] {
  const { t } = print
  const rank = ({ stance, lastKnownOn }: FactLine) => `${stance === null ? '1' : '0'}${lastKnownOn ?? ''}`
  const ordered = lines.toSorted((a, b) => Number(rank(a) > rank(b)) - Number(rank(a) < rank(b)))
  const lastKnown = ({ lastKnownOn }: FactLine) =>
    lastKnownOn === null ? t('reports.print.lines.never') : print.day(lastKnownOn)
  if (!wasAsked)
    return print.table(
      ['authority', 'lastKnown'],
      ordered.map((line) => [print.bodyName(line.bodyId), lastKnown(line)]),
      [4, 3],
    )
  return print.table(
    ['authority', 'asked', 'answer', 'lastKnown'],
    ordered.map((line) => [
      print.bodyName(line.bodyId),
      line.askedOn === null ? t('reports.print.lines.notAsked') : print.day(line.askedOn),
      lineWords(print, line),
      lastKnown(line),
    ]),
    [4, 3, 3, 3],
  )
}

function lineWords(print: Print, { stance, words, askedOn, answeredOn }: FactLine): Passage {
  const { t } = print
  if (stance === null) return print.words(askedOn === null ? '–' : t('reports.print.lines.silent'))
  const said = Object.entries(words).map(([language, text]) =>
    print.said({ [language]: { text, state: 'original' } }),
  )
  return print.sentence(`${t(`reports.print.stance.${stance}`)} (${print.day(answeredOn)})`, ...said)
}

/** For how many records each field is known, and since when nothing more was learnt; the languages of the texts. */
export function coverageBlocks(print: Print): ReportBlock[] {
  const { t, facts } = print
  return [
    print.section('coverage'),
    print.paragraph(t('reports.print.coverage.lead', { day: print.day(facts.day) })),
    ...print.table(
      ['table', 'field', 'known', 'lastLearnt'],
      // The names and codes of bodies come from the directory: only what is missing there is news.
      facts.coverage
        .filter(({ table, known, of }) => table !== 'bodies' || known < of)
        .map(({ table, field, known, of, lastKnownOn }) => [
          t(`reports.print.table.${table}`),
          print.field(field),
          of === 0
            ? t('reports.print.coverage.noRecord')
            : t('reports.print.coverage.known', { known, of, share: known / of }),
          print.day(lastKnownOn),
        ]),
      [4, 4, 4, 4],
    ),
    ...parityBlocks(print),
  ]
}

const parityParts = ['written', 'machine', 'stale', 'missing'] as const

function parityBlocks(print: Print): ReportBlock[] {
  const { t, reader, facts } = print
  const rows = facts.parity.map(({ language, counts, total }) => {
    const { original = 0, reviewed = 0, machine = 0, stale = 0 } = counts
    const missing = Math.max(0, total - original - reviewed - machine - stale)
    return {
      label: languageInWords(reader, language),
      values: [original + reviewed, machine, stale, missing],
    }
  })
  if (rows.length === 0) return []
  const parts = parityParts.map((part) => t(`reports.print.parity.${part}`))
  return [
    print.heading(t('reports.print.parity.title'), 2),
    print.chart(
      shareBars({
        language: reader.interfaceLanguage,
        title: t('reports.print.parity.title'),
        description: rows
          .map(({ label, values: [written = 0] }) =>
            t('reports.print.list.counted', { what: label, count: written }),
          )
          .join(', '),
        parts,
        rows,
      }),
    ),
    ...print.titled(
      [t('reports.print.column.language'), ...parts],
      rows.map(({ label, values }) => [label, ...values.map((value) => print.number(value))]),
    ),
  ]
}

/** What other features report: a table each. */
export function partBlocks(print: Print): ReportBlock[] {
  return print.facts.parts.flatMap(({ title, rows }) =>
    rows.length === 0
      ? []
      : [
          print.heading(print.word(title)),
          ...print.table(
            ['what', 'count'],
            rows.map(({ label, count }) => [print.said(label), print.number(count)]),
            [5, 1],
          ),
        ],
  )
}

/** How it was counted, and how anybody verifies it: one page. */
export function methodBlocks(print: Print): ReportBlock[] {
  const { t, facts } = print
  const points = [
    t('reports.print.method.source', { day: print.day(facts.day) }),
    t('reports.print.method.perimeter'),
    t('reports.print.method.silence', {
      active: facts.thresholds.activeYears,
      slow: facts.thresholds.slowYears,
    }),
    t('reports.print.method.exchanges'),
    t('reports.print.method.outcomes'),
    t('reports.print.method.persons'),
    t('reports.print.method.machine', { machine: t('ui.text.machine') }),
    t('reports.print.method.digests'),
    t('reports.print.method.verify'),
  ]
  return [
    { kind: 'page', head: print.head },
    print.section('method'),
    { kind: 'list', isOrdered: false, items: points.map((point) => print.words(point)) },
    { kind: 'quotation', passage: [{ text: 'sha256sum facts.json' }] },
    ...(facts.sources.length === 0 ? [] : [print.heading(t('reports.print.method.sources'), 2)]),
    ...print.table(
      ['source', 'publisher'],
      facts.sources.map(({ title, publisher, url }) => [
        url === null ? print.said(title) : print.sentence(print.said(title), [{ text: url, href: url }]),
        publisher === '' ? '–' : publisher,
      ]),
      [5, 2],
    ),
  ]
}
