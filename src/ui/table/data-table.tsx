import type { ComponentChildren } from 'preact'
import { keptHtml } from '../kept-html.ts'
import { useReader } from '../reader.tsx'

export interface SortLink {
  /** The list in this column’s order (or the reverse order, if it already is). */
  href: string
  direction: 'ascending' | 'descending' | null
}

export interface Column<Row> {
  key: string
  label: string
  cell: (row: Row) => ComponentChildren
  /** The cell that names its row: one column of a table. */
  header?: boolean
  numeric?: boolean
  /** Takes the room that the others leave. */
  wide?: boolean
  sort?: SortLink
}

interface DataTableProps<Row> {
  caption: ComponentChildren
  /** Keeps the caption only for screen readers if a heading already says it. */
  captionHidden?: boolean
  /** Its two short columns stand side by side on a phone too. */
  isPair?: boolean
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  /** Caches the HTML of rows, see `keptHtml`: the data of a row, and what else its cells depend on. */
  kept?: { data: (row: Row) => object; under: string }
}

/** A table for comparison; on a phone each row becomes a block that keeps its column names. */
export function DataTable<Row>({
  caption,
  captionHidden,
  isPair,
  columns,
  rows,
  rowKey,
  kept,
}: DataTableProps<Row>) {
  return (
    <table class={isPair ? 'table pair' : 'table'}>
      <caption class={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <ColumnHeader key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const cells = <Cells columns={columns} row={row} />
          if (!kept) return <tr key={rowKey(row)}>{cells}</tr>
          // The inserted HTML was rendered from vnodes: every text in it is escaped.
          const __html = keptHtml(kept.data(row), kept.under, () => cells)
          return <tr key={rowKey(row)} dangerouslySetInnerHTML={{ __html }} />
        })}
      </tbody>
    </table>
  )
}

function ColumnHeader<Row>({ column }: { column: Column<Row> }) {
  const reader = useReader()
  const { sort } = column
  return (
    <th scope="col" class={columnClass(column)} aria-sort={sort?.direction ?? undefined}>
      {sort ? (
        <a href={sort.href} class="sort" title={reader.t('ui.table.sortBy', { column: column.label })}>
          {column.label}
        </a>
      ) : (
        column.label
      )}
    </th>
  )
}

function Cells<Row>({ columns, row }: { columns: Column<Row>[]; row: Row }) {
  return (
    <>
      {columns.map((column) => (
        <Cell key={column.key} column={column} row={row} />
      ))}
    </>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = column.cell(row)
  if (column.header) {
    return (
      <th scope="row" class={columnClass(column)}>
        {content}
      </th>
    )
  }
  return (
    <td class={columnClass(column)} data-label={column.label}>
      {content}
    </td>
  )
}

function columnClass<Row>(column: Column<Row>): string | undefined {
  if (column.numeric) return 'numeric'
  return column.wide ? 'wide' : undefined
}
