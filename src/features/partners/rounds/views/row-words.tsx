import { useReader } from '../../../../ui/reader.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import type { RoundRow } from '../round.ts'

interface RowWordsProps {
  row: Pick<RoundRow, 'wishes' | 'hasPassed'>
}

/** What an authority has said: its wishes, that it has none, or that it is silent. */
export function RowWords({ row: { wishes, hasPassed } }: RowWordsProps) {
  const { t } = useReader()
  if (wishes.length === 0 && !hasPassed) return <p class="round-silent">{t('partners.round.silent')}</p>
  if (wishes.length === 0) return <p class="entry-meta">{t('partners.round.passed')}</p>
  return (
    <ul>
      {wishes.map((wish) => (
        <li key={wish.id}>
          {t(`partners.round.kindOf.${wish.kind}`)}
          {' – '}
          <Passage text={wish.text} as="span" />
          {wish.themes.length > 0 ? (
            <span class="entry-meta">
              {' '}
              {wish.themes.map((theme) => t(`networks.theme.${theme}`)).join(', ')}
            </span>
          ) : null}
          {wish.commitments.map((commitment) => (
            <p key={commitment.id} class="entry-meta">
              {t('partners.round.committed')} <Passage text={commitment.text} as="span" />
            </p>
          ))}
        </li>
      ))}
    </ul>
  )
}
