import type { Reader } from '../../platform/i18n/reader.ts'

/** A date in words: as it was said, the days it may be, and its form for machines (`datetime` of HTML). */
export interface DateWords {
  shown: string
  range?: string | undefined
  datetime?: string | undefined
}

interface FuzzyDateProps extends DateWords {
  reader: Reader
}

/** The words as said; the range on hover, to screen readers and on paper. */
export function FuzzyDate({ shown, range, datetime }: FuzzyDateProps) {
  const uncertain = range !== undefined && range !== shown
  return (
    <time class={uncertain ? 'date fuzzy' : 'date'} datetime={datetime} title={uncertain ? range : undefined}>
      {shown}
      {uncertain ? <span class="fuzzy-range"> ({range})</span> : null}
    </time>
  )
}
