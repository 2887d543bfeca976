import type { ComponentChildren } from 'preact'

interface PageHeadingProps {
  children: ComponentChildren
  /** A word above the title: the kind of page or of thing. */
  kicker?: ComponentChildren
  /** A sentence or two beneath it. */
  lead?: ComponentChildren
  /** Links on the page's own documents: note, calendar, data. */
  actions?: ComponentChildren
}

/** The one h1 of a page. */
export function PageHeading({ children, kicker, lead, actions }: PageHeadingProps) {
  return (
    <header class="page-heading">
      {kicker ? <p class="kicker">{kicker}</p> : null}
      <h1>{children}</h1>
      {lead ? <div class="lead">{lead}</div> : null}
      {actions ? <div class="actions">{actions}</div> : null}
    </header>
  )
}

interface SectionProps {
  /** Becomes the address of the section and names it to screen readers. */
  id: string
  title: ComponentChildren
  /** A number or a link at the end of the heading's line. */
  aside?: ComponentChildren
  children: ComponentChildren
}

/** A part of a page under an h2. */
export function Section({ id, title, aside, children }: SectionProps) {
  return (
    <section class="section" aria-labelledby={id}>
      <div class="section-head">
        <h2 id={id}>{title}</h2>
        {aside ? <p class="section-aside">{aside}</p> : null}
      </div>
      {children}
    </section>
  )
}
