import type { Actor } from '../../../../platform/context/actor.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { Name } from '../../../../ui/text/name.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { byOwnSide, countryName, ownLanguageOf } from '../../../directory/index.ts'
import { paths } from '../../paths.ts'
import { maySpeakFor } from '../../policy.ts'
import type { Round, RoundRow } from '../round.ts'

interface RoundRowsProps {
  network: { id: string; slug: string; countries: readonly string[] }
  meeting: string
  round: Round
  actor: Actor
}

/** A row for each authority, side by side: what it wishes for, that it has nothing to wish for, or that it is silent. */
export function RoundRows({ network, meeting, round, actor }: RoundRowsProps) {
  const reader = useReader()
  const countries = byOwnSide(reader, [
    ...new Set(round.rows.map(({ organisation }) => organisation.country)),
  ])
  return (
    <div class="round-sides">
      {countries.map((country) => (
        <section key={country} aria-labelledby={`side-${country}`}>
          <h2 id={`side-${country}`}>{countryName(reader, country)}</h2>
          <ul class="entries">
            {round.rows
              .filter(({ organisation }) => organisation.country === country)
              .map((row) => (
                <Row
                  key={row.organisation.id}
                  network={network}
                  meeting={meeting}
                  round={round}
                  actor={actor}
                  row={row}
                />
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Row({ network, meeting, round, actor, row }: RoundRowsProps & { row: RoundRow }) {
  const reader = useReader()
  const { t } = reader
  const { organisation, wishes, hasPassed } = row
  const mayState =
    round.closedAt === null && maySpeakFor(actor, { networkId: network.id, organisationId: organisation.id })
  const names = { ...organisation.name, ...organisation.shortName }
  const isSilent = wishes.length === 0 && !hasPassed
  return (
    <li id={organisation.slug}>
      <p class="entry-title">
        <Name name={names} own={ownLanguageOf(organisation.country)} />
      </p>
      <RowWords row={row} />
      {mayState ? (
        <p class="round-act">
          <a href={paths.row(reader, network.slug, meeting, organisation.slug)}>
            {t(isSilent ? 'partners.round.state' : 'partners.round.change')}
            <span class="visually-hidden"> {chooseName(names, reader.language).text}</span>
          </a>
        </p>
      ) : null}
    </li>
  )
}

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
