import type { ComponentChildren } from 'preact'
import { useReader } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { remarksOf } from '../drawing/brief-report.ts'
import type { Brief, BriefItem } from '../drawing/schema.ts'
import { sectionKeys } from '../items/skeleton.ts'

/** The items that are missing, that nobody has checked, or that are out of date. */
export function openItemsOf({ items }: Pick<Brief, 'items'>): BriefItem[] {
  return items.filter(({ state }) => state !== 'known')
}

interface OpenItemsProps {
  items: readonly BriefItem[]
  children(item: BriefItem): ComponentChildren
}

/** Items under the headings of their sections. */
export function OpenItems({ items, children }: OpenItemsProps) {
  const { t } = useReader()
  return (
    <>
      {sectionKeys.map((section) => {
        const own = items.filter((item) => item.section === section)
        return own.length === 0 ? null : (
          <Section key={section} id={section} title={t(`briefs.section.${section}`)}>
            {own.map(children)}
          </Section>
        )
      })}
    </>
  )
}

/** What is said of an item today, whence, and why it is asked about. */
export function PresentWords({ item }: { item: BriefItem }) {
  const reader = useReader()
  const { statement, state } = item
  return (
    <>
      {/* A machine’s words need no sign here, where all are asked about; words that their original has left behind do. */}
      {statement ? (
        <Passage text={statement.text} tags={statement.text[reader.language]?.state === 'stale'} />
      ) : null}
      <p class="entry-meta">
        <strong>{reader.t(`briefs.state.${state}`)}</strong> {remarksOf(reader, item)}
      </p>
    </>
  )
}
