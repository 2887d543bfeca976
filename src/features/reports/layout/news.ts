import type { ReportBlock } from '../../../platform/documents/report.ts'
import type { Passage } from '../../../platform/documents/sheet.ts'
import { changeWords } from '../difference/change-words.ts'
import { movingTables } from '../difference/compare.ts'
import { changeKinds, type FactChange } from '../facts.ts'
import type { Print } from './print.ts'
import { standingOf } from './ties.ts'

const mostLines = 10

/** What is new in ten lines at most, and how the tables moved; of a first edition what it counts. */
export function newsBlocks(print: Print): ReportBlock[] {
  const { facts, reader } = print
  const { t } = reader
  const { news } = facts
  if (news === null)
    return [
      print.section('news'),
      print.paragraph(t('reports.print.news.first')),
      { kind: 'list', isOrdered: false, items: firstLines(print).map((line) => print.words(line)) },
    ]
  const { number, day, digest } = news.former
  return [
    print.section('news'),
    print.paragraph(
      t('reports.print.news.since', { number: String(number), day: print.day(day) }),
      `${changeKinds.map((kind) => t(`reports.print.news.${kind}`, { count: news.changes[kind] })).join(', ')}.`,
    ),
    { kind: 'list', isOrdered: true, items: changeLines(print) },
    ...print.table(
      ['what', 'old', 'added', 'removed', 'present'],
      movingTables.flatMap((table) => {
        const moved = news.counts[table]
        return moved === undefined
          ? []
          : [
              [
                print.word(`reports.print.table.${table}`),
                ...[moved.old, moved.added, moved.removed, moved.present].map((count) => print.number(count)),
              ],
            ]
      }),
      [4, 2, 2, 2, 2],
    ),
    print.note(t('reports.print.news.former', { number: String(number), digest })),
  ]
}

/** The first ten changes, a line each. */
export function changeLines(print: Print): Passage[] {
  return (print.facts.news?.first ?? []).slice(0, mostLines).map((each) => changeLine(print, each))
}

function firstLines({ facts, reader: { t } }: Print): string[] {
  const { ties, exchanges, looking, decisions, lines } = facts
  const listed = ties.filter((tie) => tie.listed)
  const agreements = listed.flatMap((tie) => tie.agreements.filter(({ kind }) => kind !== 'none'))
  const count = <T>(all: readonly T[], isCounted: (each: T) => boolean) => all.filter(isCounted).length
  return [
    t('reports.print.news.ties', { listed: listed.length, beside: ties.length - listed.length }),
    t('reports.print.news.silent', { count: count(listed, (tie) => standingOf(tie).kind === 'silence') }),
    t('reports.print.news.agreements', { count: agreements.length }),
    t('reports.print.news.held', {
      held: count(exchanges, ({ state }) => state === 'past'),
      planned: count(exchanges, ({ state, isUnheard }) => state === 'planned' && !isUnheard),
    }),
    t('reports.print.news.unheard', { count: count(exchanges, ({ isUnheard }) => isUnheard) }),
    t('reports.print.news.looking', { count: looking.length }),
    t('reports.print.news.decisions', { count: decisions.length }),
    t('reports.print.news.disputes', { count: ties.flatMap(({ disputes }) => disputes).length }),
    t('reports.print.news.asked', {
      asked: count(lines, ({ askedOn }) => askedOn !== null),
      answered: count(lines, ({ answeredOn }) => answeredOn !== null),
    }),
  ]
}

function changeLine(print: Print, { change, ...about }: FactChange): Passage {
  const { reader, facts } = print
  const { title, before, after, note } = changeWords(reader, facts.words, { change, ...about })
  const moved = [before, after].filter(Boolean).join(' → ')
  return print.sentence(
    print.strong(title),
    `(${reader.t(`reports.print.kindOfChange.${change}`)})`,
    ...(moved === '' ? [] : [moved]),
    ...(note === '' ? [] : [print.quiet(`– ${note}`)]),
  )
}
