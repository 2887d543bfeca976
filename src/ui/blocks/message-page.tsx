import type { ComponentChildren } from 'preact'
import { PageHeading } from '../text/headings.tsx'

export interface Message {
  /** In a sentence: what happened, or what follows. */
  text: string
  /** Where the reader goes on; null for nowhere. */
  next?: { href: string; label: string } | null
  /** Further text or actions. */
  children?: ComponentChildren
}

interface MessagePageProps extends Message {
  title: string
  /** What the page belongs to. */
  kicker?: ComponentChildren
}

/** A page with one message: that a mail is on its way, that a link has ended, that the reader’s data were erased. */
export function MessagePage({ title, kicker, text, next, children }: MessagePageProps) {
  return (
    <>
      <PageHeading kicker={kicker}>{title}</PageHeading>
      <p>{text}</p>
      {next ? (
        <p>
          <a class="button" href={next.href}>
            {next.label}
          </a>
        </p>
      ) : null}
      {children}
    </>
  )
}
