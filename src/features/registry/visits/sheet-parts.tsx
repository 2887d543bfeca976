import type { Part, Passage } from '../../../platform/documents/sheet.ts'
import { FactList } from '../../../ui/blocks/fact-list.tsx'
import { Section } from '../../../ui/text/headings.tsx'

/** The parts of a sheet on a page: what its PDF says, for who reads it on a phone. */
export function SheetParts({ parts, id }: { parts: readonly Part[]; id: string }) {
  return (
    <>
      {parts.map((part, index) => (
        <Section key={part.title} id={`${id}-${index}`} title={part.title}>
          <PartContent part={part} />
        </Section>
      ))}
    </>
  )
}

function PartContent({ part }: { part: Part }) {
  if (part.kind === 'prose')
    return (
      <>
        {part.passages.map((passage, index) => (
          <p key={index}>
            <Phrases passage={passage} />
          </p>
        ))}
      </>
    )
  if (part.kind === 'points')
    return (
      <ul>
        {part.points.map((point, index) => (
          <li key={index}>
            <Phrases passage={point} />
          </li>
        ))}
      </ul>
    )
  if (part.kind === 'entries')
    return (
      <ul class="entries">
        {part.entries.map(({ lead, passage }, index) => (
          <li key={index} class="entry-led">
            <div class="entry-lead">
              <Phrases passage={lead} />
            </div>
            <p>
              <Phrases passage={passage} />
            </p>
          </li>
        ))}
      </ul>
    )
  return (
    <FactList
      facts={part.rows.map(({ label, cells }) => ({
        term: label,
        detail: cells.map((cell, index) => <Phrases key={index} passage={cell} />),
      }))}
    />
  )
}

/** A passage of a sheet, each phrase in its language. */
export function Phrases({ passage }: { passage: Passage }) {
  return (
    <>
      {passage.map(({ text, language, emphasis, href }, index) => {
        if (href)
          return (
            <a key={index} href={href}>
              {text}
            </a>
          )
        const Tag = emphasis === 'strong' ? 'strong' : 'span'
        return (
          <Tag key={index} lang={language} class={emphasis === 'quiet' ? 'quiet' : undefined}>
            {text}
          </Tag>
        )
      })}
    </>
  )
}
