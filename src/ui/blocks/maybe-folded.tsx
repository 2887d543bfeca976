import type { ComponentChildren } from 'preact'

interface MaybeFoldedProps {
  isFolded: boolean
  /** What opens it. */
  words: string
  children: ComponentChildren
}

/** What is usually read at once, and behind a word where it would only be in the way. */
export function MaybeFolded({ isFolded, words, children }: MaybeFoldedProps) {
  if (!isFolded) return <>{children}</>
  return (
    <details class="more">
      <summary>{words}</summary>
      {children}
    </details>
  )
}
