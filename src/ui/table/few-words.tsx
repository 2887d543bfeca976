import { useReader } from '../reader.tsx'

// Of more, a row of a table grows taller than what it is compared with.
const shown = 2

/** Words in a cell or an entry of a list: two of them, and the others behind « +4 ». Paper shows all. */
export function FewWords({ words }: { words: readonly string[] }) {
  const { t } = useReader()
  const [first, rest] = [words.slice(0, shown), words.slice(shown)]
  return (
    <div>
      {first.join(', ')}{' '}
      {rest.length > 0 ? (
        <details class="few-more">
          <summary title={rest.join(', ')}>
            <span aria-hidden="true">+{rest.length}</span>
            <span class="visually-hidden">{t('ui.table.more', { count: rest.length })}</span>
          </summary>
          {rest.join(', ')}
        </details>
      ) : null}
    </div>
  )
}
