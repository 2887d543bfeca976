import type { ComponentChildren } from 'preact'
import { type Chart, isOwnChart } from '../../platform/documents/charts.ts'
import { drawnBlocks, type Report, type ReportBlock, textOf } from '../../platform/documents/report.ts'
import type { Passage } from '../../platform/documents/sheet.ts'
import { useReader } from '../reader.tsx'
import { DataTable } from '../table/data-table.tsx'
import { PageHeading } from '../text/headings.tsx'
import { Phrases } from '../text/phrases.tsx'
import { FactList } from './fact-list.tsx'

/** A picture of a report on a page: a chart of ours, or the address of a file. */
export type PagePicture = Chart | { src: string }

interface ReportPageProps {
  report: Report
  /** In the places that its blocks name. */
  pictures: readonly PagePicture[]
  /** Links and buttons under the title. */
  actions?: ComponentChildren
  /** What stands beside it since it was published: read before it. */
  beside?: ComponentChildren
}

/**
 * A report as the content of a page: the same blocks in the same order as in its files, phone first, with its contents as links. The code that
 * leads to the living page is left out: this is that page.
 */
export function ReportPage({ report, pictures, actions, beside }: ReportPageProps) {
  const reader = useReader()
  const blocks = placed(report)
  return (
    <div class="report" lang={report.language === reader.interfaceLanguage ? undefined : report.language}>
      <PageHeading
        kicker={report.kicker.length > 0 ? <Phrases passage={report.kicker} /> : null}
        actions={actions}
      >
        <Phrases passage={report.title} />
      </PageHeading>
      {beside}
      {report.facts.length > 0 ? <Facts facts={report.facts} /> : null}
      {report.contents !== null || isLong(report) ? (
        <Contents
          title={report.contents ?? reader.t('ui.report.contents')}
          blocks={blocks}
          depth={report.contentsDepth ?? (report.contents === null ? 1 : 3)}
        />
      ) : null}
      {blocks.map((placed) => (
        <Block key={placed.id} {...placed} pictures={pictures} />
      ))}
      {report.foot.length > 0 ? (
        <div class="report-foot">
          {report.foot.map((passage, index) => (
            <p key={index}>
              <Phrases passage={passage} />
            </p>
          ))}
        </div>
      ) : null}
    </div>
  )
}

// On paper its parts are found by leafing.
function isLong({ blocks }: Report): boolean {
  return blocks.filter((block) => block.kind === 'heading' && block.level === 1).length > 5
}

type PictureBlock = Extract<ReportBlock, { kind: 'picture' }>

interface PlacedBlock {
  block: ReportBlock
  id: string
  /** The heading above it: what a table is of, for who hears it. */
  caption: Passage
  /** A table of what the chart above it shows. */
  isBehindChart: boolean
}

function placed({ blocks, title }: Report): PlacedBlock[] {
  let caption = title
  return drawnBlocks(blocks).map((block, index) => {
    if (block.kind === 'heading') caption = block.passage
    const isBehindChart = block.kind === 'table' && blocks[index - 1]?.kind === 'picture'
    return { block, id: `part-${index + 1}`, caption, isBehindChart }
  })
}

function Contents({ title, blocks, depth }: { title: string; blocks: PlacedBlock[]; depth: number }) {
  return (
    <nav class="minutes-contents" aria-labelledby="contents">
      <p class="minutes-contents-title" id="contents">
        {title}
      </p>
      <ol>
        {blocks.map(({ block, id }) =>
          block.kind === 'heading' && block.level <= depth ? (
            <li key={id} class={`minutes-level-${block.level + 1}`}>
              <a href={`#${id}`}>
                <Phrases passage={withoutLinks(block.passage)} />
              </a>
            </li>
          ) : null,
        )}
      </ol>
    </nav>
  )
}

interface BlockProps extends PlacedBlock {
  pictures: readonly PagePicture[]
}

function Block({ block, id, caption, isBehindChart, pictures }: BlockProps) {
  switch (block.kind) {
    case 'heading': {
      const Tag = ({ 1: 'h2', 2: 'h3', 3: 'h4' } as const)[block.level]
      return (
        <Tag id={id}>
          <Phrases passage={block.passage} />
        </Tag>
      )
    }
    case 'list': {
      const Tag = block.isOrdered ? 'ol' : 'ul'
      return (
        <Tag>
          {block.items.map((item, index) => (
            <li key={index}>
              <Phrases passage={item} />
            </li>
          ))}
        </Tag>
      )
    }
    case 'quotation':
      return (
        <blockquote>
          <Phrases passage={block.passage} />
        </blockquote>
      )
    case 'page':
      return (
        <p class="report-sheet quiet">
          <Phrases passage={block.head} />
        </p>
      )
    case 'facts':
      return <Facts facts={block.facts} language={block.language} />
    case 'picture':
      return <Picture block={block} picture={pictures[block.picture]} />
    case 'table':
      return isBehindChart ? (
        <TableBehindChart block={block} caption={caption} />
      ) : (
        <Table block={block} caption={caption} />
      )
    default:
      return (
        <p class={block.kind === 'note' ? 'report-note quiet' : undefined}>
          <Phrases passage={block.passage} />
        </p>
      )
  }
}

function Facts({ facts, language }: { facts: Report['facts']; language?: string | undefined }) {
  return (
    <div lang={language}>
      <FactList
        facts={facts.map(({ label, passage }) => ({ term: label, detail: <Phrases passage={passage} /> }))}
      />
    </div>
  )
}

function Picture({ block, picture }: { block: PictureBlock; picture: PagePicture | undefined }) {
  return (
    <figure class="report-picture">
      <Drawing block={block} picture={picture} />
      {block.caption.length > 0 ? (
        <figcaption>
          <Phrases passage={block.caption} />
        </figcaption>
      ) : null}
    </figure>
  )
}

function Drawing({ block, picture }: { block: PictureBlock; picture: PagePicture | undefined }) {
  const { alternative, width, height } = block
  const spoken = alternative.map(({ text }) => text).join('')
  const language = alternative[0]?.language
  if (picture && 'src' in picture)
    return <img src={picture.src} alt={spoken} lang={language} width={width} height={height} loading="lazy" />
  if (picture && isOwnChart(picture))
    return <div class="chart-picture" dangerouslySetInnerHTML={{ __html: picture.svg }} />
  return <p lang={language}>[{spoken}]</p>
}

interface TableProps {
  block: Extract<ReportBlock, { kind: 'table' }>
  caption: Passage
}

function TableBehindChart({ block, caption }: TableProps) {
  const { t } = useReader()
  return (
    <details class="more report-figures">
      <summary>
        {t('ui.report.table')}
        <span class="visually-hidden"> – {textOf(caption)}</span>
      </summary>
      <Table block={block} caption={caption} />
    </details>
  )
}

// A year or a number needs little room.
const shortest = 12

function Table({ block, caption }: TableProps) {
  const isShort = (column: number) => block.rows.every((row) => textOf(row[column] ?? []).length <= shortest)
  return (
    <div lang={block.language}>
      <DataTable
        caption={<Phrases passage={withoutLinks(caption)} />}
        captionHidden
        isPair={block.columns.length === 2 && (isShort(0) || isShort(1))}
        columns={block.columns.map((label, column) => ({
          key: String(column),
          label,
          header: column === 0,
          numeric: block.figures?.[column] ?? false,
          cell: (row: Passage[]) => <Phrases passage={row[column] ?? []} />,
        }))}
        rows={block.rows}
        rowKey={(row) => String(block.rows.indexOf(row))}
      />
    </div>
  )
}

function withoutLinks(passage: Passage): Passage {
  return passage.map(({ href: _, ...phrase }) => phrase)
}
