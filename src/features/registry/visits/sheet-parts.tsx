import type { Part, Passage } from '../../../platform/documents/sheet.ts'
import { Section } from '../../../ui/text/headings.tsx'
import { Phrases } from '../../../ui/text/phrases.tsx'

/** The parts of a sheet on a page: what its PDF says, for who reads it on a phone. */
export function SheetParts({ parts }: { parts: readonly Part[] }) {
  return (
    <>
      {parts.map((part, index) => (
        <Section key={part.title} id={`part-${index}`} title={part.title}>
          <ul class="entries">
            {linesOf(part).map(({ lead, passages }, line) => (
              <li key={line} class={lead ? 'entry-led' : undefined}>
                {lead ? (
                  <div class="entry-lead">
                    <Phrases passage={lead} />
                  </div>
                ) : null}
                <p>
                  {passages.map((passage, place) => (
                    <Phrases key={place} passage={passage} />
                  ))}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  )
}

function linesOf(part: Part): { lead?: Passage; passages: Passage[] }[] {
  if (part.kind === 'prose') return part.passages.map((passage) => ({ passages: [passage] }))
  if (part.kind === 'points') return part.points.map((point) => ({ passages: [point] }))
  if (part.kind === 'entries') return part.entries.map(({ lead, passage }) => ({ lead, passages: [passage] }))
  return part.rows.map(({ label, cells }) => ({ lead: [{ text: label }], passages: cells }))
}
