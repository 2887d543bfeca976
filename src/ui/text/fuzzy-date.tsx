/** A date in words: as it was said, the days it may be, and its form for machines (`datetime` of HTML). */
export interface DateWords {
  shown: string
  range?: string | undefined
  datetime?: string | undefined
}

interface FuzzyDateProps extends DateWords {}

/** The words as said; the range on hover and, unless the words tell it, in words and on paper. */
export function FuzzyDate({ shown, range, datetime }: FuzzyDateProps) {
  const uncertain = range !== undefined && range !== shown && !tellsItsRange({ shown, datetime })
  return (
    <time
      class={uncertain ? 'date fuzzy' : 'date'}
      datetime={datetime}
      title={range === shown ? undefined : range}
    >
      {shown}
      {uncertain ? <span class="fuzzy-range"> ({range})</span> : null}
    </time>
  )
}

/** A day, `2015` or `octobre 2017` tells its own range; `vers 2015`, which machines read as 2015 too, does not. */
function tellsItsRange({ shown, datetime }: DateWords): boolean {
  if (datetime === undefined) return false
  if (/^\d{4}-\d{2}-\d{2}$/.test(datetime)) return true
  if (/^\d{4}$/.test(datetime)) return /^\d{4}\D?$/.test(shown)
  return /^\d{4}-\d{2}$/.test(datetime) && shown.trim().split(/\s+/).length === 2
}
