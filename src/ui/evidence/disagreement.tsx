import type { ComponentChildren } from 'preact'
import type { LocalizedText } from '../../platform/i18n/localized-text.ts'
import { useReader } from '../reader.tsx'
import { Passage } from '../text/passage.tsx'

export interface DisputedValue {
  value: ComponentChildren
  source: string
  sourceHref?: string | undefined
  /** Address of the passage alone, which the page can show in place. */
  passage?: string | undefined
  rank: 'preferred' | 'normal' | 'deprecated'
}

interface DisagreementProps {
  /** The point on which the sources disagree: `Date of the agreement`. */
  subject: ComponentChildren
  values: DisputedValue[]
  note?: LocalizedText | undefined
}

/** The value of each source, side by side; none is silently corrected. */
export function Disagreement({ subject, values, note }: DisagreementProps) {
  const reader = useReader()
  return (
    <div class="disagreement">
      <h3>{subject}</h3>
      <ul>
        {values.map((value, index) => (
          <li key={index} class={`rank-${value.rank}`}>
            <p class="disagreement-value">{value.value}</p>
            <p class="disagreement-source">
              {value.sourceHref ? (
                <a href={value.sourceHref} data-passage={value.passage}>
                  {value.source}
                </a>
              ) : (
                value.source
              )}
            </p>
            {value.rank === 'normal' ? null : (
              <p class="disagreement-rank">
                {reader.t(
                  value.rank === 'preferred' ? 'ui.disagreement.preferred' : 'ui.disagreement.deprecated',
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
      {note ? <Passage text={note} class="disagreement-note" /> : null}
    </div>
  )
}
