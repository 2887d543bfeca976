import type { ComponentChildren } from 'preact'
import { keptHtml } from '../kept-html.ts'
import { useReader } from '../reader.tsx'

export interface Entry {
  key: string
  title: ComponentChildren
  /** Makes the title a link; omitted if the title is a link already (a tie line). */
  href?: string | undefined
  /** The text before the title, in a column of its own if there is room: a date, as in a timetable. */
  lead?: ComponentChildren
  /** A line of facts under the title. */
  meta?: ComponentChildren
  body?: ComponentChildren
}

interface EntryListProps {
  entries: Entry[]
  /** `columns`: two or three side by side if there is room, ruled like a printed list. */
  layout?: 'rows' | 'columns'
  /** Numbered from this number: an ordered list. */
  start?: number
  /** So many are in sight, the others behind a line that counts them; a single one is not worth that. */
  most?: number | undefined
  /** The data of entries by their keys, and all else on which their HTML depends: each is rendered once. */
  kept?: { data: ReadonlyMap<string, object>; under: string }
}

/** Entries one after another, ruled like a printed list; no cards. */
export function EntryList({ most = Number.POSITIVE_INFINITY, ...props }: EntryListProps) {
  const { t } = useReader()
  const { entries, start } = props
  const behind = entries.length > most + 1 ? entries.slice(most) : []
  if (behind.length === 0) return <Entries {...props} />
  return (
    <>
      <Entries {...props} entries={entries.slice(0, most)} />
      <details class="more entries-more">
        <summary>{t('ui.table.more', { count: behind.length })}</summary>
        <Entries {...props} entries={behind} start={start === undefined ? start : start + most} />
      </details>
    </>
  )
}

function Entries({ entries, layout = 'rows', start, kept }: Omit<EntryListProps, 'most'>) {
  const content = entries.map((entry) => {
    const className = entry.lead ? 'entry-led' : undefined
    const data = kept?.data.get(entry.key)
    if (!kept || !data)
      return (
        <li key={entry.key} class={className}>
          <Parts entry={entry} />
        </li>
      )
    // The inserted HTML was rendered from vnodes: every text in it is escaped.
    const __html = keptHtml(data, kept.under, () => <Parts entry={entry} />)
    return <li key={entry.key} class={className} dangerouslySetInnerHTML={{ __html }} />
  })
  const classes = layout === 'columns' ? 'entries entries-columns' : 'entries'
  if (start === undefined) return <ul class={classes}>{content}</ul>
  return (
    <ol class={classes} start={start}>
      {content}
    </ol>
  )
}

function Parts({ entry }: { entry: Entry }) {
  return (
    <>
      {entry.lead ? <div class="entry-lead">{entry.lead}</div> : null}
      <div>
        <p class="entry-title">{entry.href ? <a href={entry.href}>{entry.title}</a> : entry.title}</p>
        {entry.meta ? <p class="entry-meta">{entry.meta}</p> : null}
        {entry.body ? <div class="entry-body">{entry.body}</div> : null}
      </div>
    </>
  )
}
