import { useReader } from '../../../../../ui/reader.tsx'
import { languageAttributes } from '../../../../../ui/text/language-attributes.ts'
import type { StoredPassage } from '../../sources/queries.ts'
import { quotedRuns } from '../quoted-runs.ts'
import type { ReviewData } from '../review-data.ts'

/** The text with its passages numbered; each quoted sentence leads to its fact. */
export function TextColumn({ data }: { data: ReviewData }) {
  const reader = useReader()
  const language = data.text.language ?? 'fr'
  const anchored = new Set<string>()
  return (
    <section
      class="read-text"
      id="text"
      {...scrolledByKeys}
      aria-label={reader.t('imports.text.review.text')}
      {...languageAttributes(reader, language)}
    >
      {data.passages.map((passage, index) => (
        <>
          {isAfterGap(data.passages[index - 1], passage) ? (
            <p key={`gap-${passage.position}`} class="read-gap" aria-hidden="true">
              …
            </p>
          ) : null}
          <Passage key={passage.position} data={data} passage={passage} anchored={anchored} />
        </>
      ))}
    </section>
  )
}

// What scrolls by itself must be reached by the keyboard.
const scrolledByKeys = { tabindex: 0 }

function isAfterGap(before: StoredPassage | undefined, { position }: StoredPassage): boolean {
  return before !== undefined && position - before.position > 1
}

interface PassageProps {
  data: ReviewData
  passage: StoredPassage
  /** Facts whose sentence has its address already: one of two runs is enough. */
  anchored: Set<string>
}

function Passage({ data, passage, anchored }: PassageProps) {
  const quotes = data.facts.flatMap(({ fact: { id, quote } }) =>
    quote.passage === passage.position ? [{ id, start: quote.start, end: quote.end }] : [],
  )
  const runs = quotedRuns(passage.text, quotes).map(({ text, facts }) => {
    const [first] = facts
    if (first === undefined) return text
    const fresh = facts.filter((id) => !anchored.has(id))
    for (const id of fresh) anchored.add(id)
    return (
      <a key={first + text.length} class="quoted" href={`#f-${first}`} data-facts={facts.join(' ')}>
        {fresh.map((id) => (
          <span key={id} id={`q-${id}`} />
        ))}
        {text}
      </a>
    )
  })
  return (
    <p class={`read-passage read-${passage.kind}`} id={`p${passage.position + 1}`}>
      <span class="read-number">{passage.position + 1}</span> {runs}
    </p>
  )
}
