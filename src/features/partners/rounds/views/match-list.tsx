import type { Reader } from '../../../../platform/i18n/reader.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { TieLine } from '../../../../ui/tie/tie-line.tsx'
import { byOwnSide, ownLanguageOf, shortNames } from '../../../directory/index.ts'
import type { WishMatch } from '../round.ts'

// More than these nobody reads: those that fit best stand first.
const mostShown = 30

/** Wishes of two countries that meet, as ties that could be, each in its words: what one offers and the other seeks first. */
export function MatchList({ matches }: { matches: readonly WishMatch[] }) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <ul class="pairs">
        {matches.slice(0, mostShown).map((match) => (
          <li key={`${match.one.wish.id} ${match.other.wish.id}`} class="pair">
            <TieLine
              status="prospective"
              parties={sidesOf(reader, match).map(({ row: { organisation } }) => ({
                name: shortNames(organisation),
                country: organisation.country,
                language: ownLanguageOf(organisation.country),
              }))}
            />
            <p class="entry-meta">
              {t(match.isOffered ? 'partners.round.offeredAndSought' : 'partners.round.bothSeek')}{' '}
              {match.themes.map((theme) => t(`networks.theme.${theme}`)).join(', ')}
            </p>
            {sidesOf(reader, match).map(({ wish }) => (
              <p key={wish.id}>
                {t(`partners.round.kindOf.${wish.kind}`)} – <Passage text={wish.text} as="span" />
              </p>
            ))}
          </li>
        ))}
      </ul>
      {matches.length > mostShown ? (
        <p class="quiet">{t('partners.round.moreMatches', { count: matches.length - mostShown })}</p>
      ) : null}
    </>
  )
}

// The reader’s own side stands on the left.
function sidesOf(reader: Reader, { one, other }: WishMatch) {
  const country = (side: typeof one) => side.row.organisation.country
  const countries = byOwnSide(reader, [country(one), country(other)])
  return [one, other].toSorted((a, b) => countries.indexOf(country(a)) - countries.indexOf(country(b)))
}
