import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Reader } from '../platform/i18n/reader.ts'

// The reader of the current rendering. A rendering never waits, so no other can come between; `useContext` costs a walk in each row.
let current: Reader | null = null

/** The HTML of what `render` returns, with the reader available to each component through `useReader`. */
export function renderFor(reader: Reader, render: () => VNode): string {
  const before = current
  current = reader
  try {
    return renderToString(render())
  } finally {
    current = before
  }
}

/** The HTML of a part that is kept for other readers too: without the person for whom the page is. */
export function renderForAll(render: () => VNode): string {
  const before = current
  if (current) {
    const { person: _, unread: __, ...anybody } = current
    current = anybody
  }
  try {
    return renderToString(render())
  } finally {
    current = before
  }
}

/** The reader of the page that is being rendered: their language, words and day. Throws outside of `renderFor`. */
export function useReader(): Reader {
  if (current === null) throw new Error('useReader was called outside of a rendering, see renderFor')
  return current
}
