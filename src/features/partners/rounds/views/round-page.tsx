import type { Actor } from '../../../../platform/context/actor.ts'
import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { FormState } from '../../../../platform/input/form.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { ErrorList, Form } from '../../../../ui/form/form.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { Name } from '../../../../ui/text/name.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { TieLine } from '../../../../ui/tie/tie-line.tsx'
import {
  byOwnSide,
  type Choices,
  OrganisationPicker,
  ownLanguageOf,
  shortNames,
} from '../../../directory/index.ts'
import type { Meeting } from '../../../minutes/index.ts'
import { paths } from '../../paths.ts'
import { mayAdvise } from '../../policy.ts'
import { groupWishes, matchWishes, type Round, silentRows, type WishGroup, type WishMatch } from '../round.ts'
import { MeetingName } from './meeting-name.tsx'
import { RoundRows } from './round-rows.tsx'

interface RoundPageProps {
  network: { id: string; slug: string; countries: readonly string[] }
  meeting: Meeting
  /** Null before it is opened. */
  round: Round | null
  actor: Actor
  /** How many rows it would have if it were opened now. */
  members: number
  /** Of the row that is to be added. */
  form: FormState
  choices: Choices
}

/** The tour de table of a meeting: a row each, silence visible, then the wishes in groups and those that meet. */
export function RoundPage({ network, meeting, round, actor, members, form, choices }: RoundPageProps) {
  const reader = useReader()
  const { t } = reader
  const advises = mayAdvise(actor, network.id)
  const heading = (
    <PageHeading
      kicker={
        <>
          <a href={paths.rounds(reader, network.slug)}>{t('partners.round.listTitle')}</a>
          {' · '}
          <a href={paths.meeting(reader, network.slug, meeting.slug)}>
            <MeetingName meeting={meeting} />
          </a>
        </>
      }
      lead={t('partners.round.lead')}
    >
      {t('partners.round.name')}
    </PageHeading>
  )
  if (!round) {
    return (
      <>
        {heading}
        <EmptyState
          title={t('partners.round.notOpen')}
          why={t('partners.round.notOpenWhy', { members })}
          next={
            <form method="post" action={paths.round(reader, network.slug, meeting.slug)}>
              <button class="button primary" type="submit">
                {t('partners.round.openIt')}
              </button>
            </form>
          }
        />
      </>
    )
  }
  const silent = silentRows(round.rows).length
  const matches = matchWishes(round.rows)
  const groups = groupWishes(round.rows)
  const isClosed = round.closedAt !== null
  return (
    <>
      <ErrorList form={form} />
      {heading}
      {isClosed ? (
        <Notice>
          <p>{t('partners.round.closed')}</p>
        </Notice>
      ) : null}
      <p class="round-counts">
        {t('partners.round.counts', {
          rows: round.rows.length,
          stated: round.rows.filter(({ wishes }) => wishes.length > 0).length,
          silent,
        })}
      </p>
      <RoundRows network={network} meeting={meeting.slug} round={round} actor={actor} />
      {groups.length > 0 ? (
        <Section id="groups" title={t('partners.round.groups')}>
          <WishGroups network={network.slug} meeting={meeting.slug} groups={groups} mayCommit={advises} />
        </Section>
      ) : null}
      {matches.length > 0 ? (
        <Section id="matches" title={t('partners.round.matches')}>
          <MatchList matches={matches} />
        </Section>
      ) : null}
      {advises ? (
        <Section id="keep" title={t('partners.round.keep')}>
          {isClosed ? null : (
            <Form action={paths.roundRows(reader, network.slug, meeting.slug)} form={form}>
              <OrganisationPicker
                name="organisation"
                label={t('partners.round.addRow')}
                picked={choices.get('organisation') ?? { state: 'empty' }}
                required
              />
              <p class="form-end">
                <button class="button" type="submit">
                  {t('partners.round.addRowSave')}
                </button>
              </p>
            </Form>
          )}
          <form method="post" action={paths.roundClosing(reader, network.slug, meeting.slug)}>
            <button class="button" type="submit" name="closed" value={isClosed ? 'no' : 'yes'}>
              {t(isClosed ? 'partners.round.reopen' : 'partners.round.close')}
            </button>
          </form>
        </Section>
      ) : null}
    </>
  )
}

// Nobody reads more than these: the best fits come first.
const mostShown = 30

/** Wishes of two countries that meet, as ties that could be, each in its words: what one offers and the other seeks first. */
function MatchList({ matches }: { matches: readonly WishMatch[] }) {
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

// The reader’s own side is on the left.
function sidesOf(reader: Reader, { one, other }: WishMatch) {
  const country = (side: typeof one) => side.row.organisation.country
  const countries = byOwnSide(reader, [country(one), country(other)])
  return [one, other].toSorted((a, b) => countries.indexOf(country(a)) - countries.indexOf(country(b)))
}

interface WishGroupsProps {
  network: string
  meeting: string
  groups: readonly WishGroup[]
  mayCommit: boolean
}

/** The wishes under each theme; the secretariat turns one into a commitment. */
function WishGroups({ network, meeting, groups, mayCommit }: WishGroupsProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      {groups.map(({ theme, wishes }) => (
        <section key={theme ?? 'none'} class="round-group">
          <h3>
            {theme === null
              ? t('partners.round.noTheme')
              : capitalized(t(`networks.theme.${theme}`), reader.interfaceLanguage)}{' '}
            <span class="entry-meta">({wishes.length})</span>
          </h3>
          <ul class="entries">
            {wishes.map(({ wish, row }) => (
              <li key={wish.id}>
                <p class="entry-title">
                  <Name name={shortNames(row.organisation)} own={ownLanguageOf(row.organisation.country)} />
                </p>
                <p class="entry-meta">
                  {t(`partners.round.kindOf.${wish.kind}`)} – <Passage text={wish.text} as="span" />
                </p>
                {mayCommit ? (
                  <p class="round-act">
                    <a href={paths.commitment(reader, network, meeting, wish.id)}>
                      {t('partners.round.commit')}
                      <span class="visually-hidden">
                        {' '}
                        {chooseName(shortNames(row.organisation), reader.language).text}
                      </span>
                    </a>
                  </p>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
