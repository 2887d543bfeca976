import type { Reader } from '../../../../platform/i18n/reader.ts'
import { TieLine } from '../../../../ui/tie/tie-line.tsx'
import { ownLanguageOf } from '../../../directory/index.ts'
import type { WishMatch } from '../round.ts'

/** Wishes of two countries that meet, as ties that could be: what one offers and the other seeks first. */
export function MatchList({ reader, matches }: { reader: Reader; matches: readonly WishMatch[] }) {
  const { t } = reader
  return (
    <ul class="pairs">
      {matches.slice(0, 30).map(({ one, other, themes, isOffered }) => (
        <li key={`${one.wish.id} ${other.wish.id}`} class="pair">
          <TieLine
            reader={reader}
            status="prospective"
            parties={[one, other].map(({ row: { organisation } }) => ({
              name: { ...organisation.name, ...organisation.shortName },
              country: organisation.country,
              language: ownLanguageOf(organisation.country),
            }))}
          />
          <p class="entry-meta">
            {t(isOffered ? 'partners.round.offeredAndSought' : 'partners.round.bothSeek')}{' '}
            {themes.map((theme) => t(`networks.theme.${theme}`)).join(', ')}
          </p>
        </li>
      ))}
    </ul>
  )
}
