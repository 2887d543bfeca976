import type { Actor } from '../../../../platform/context/actor.ts'
import type { FormValues } from '../../../../platform/input/form.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { FormFields } from '../../../../ui/form/filled.tsx'
import { FormErrors } from '../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../ui/form/say-errors.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { type Choices, choiceErrors, OrganisationPicker } from '../../../directory/index.ts'
import type { Meeting } from '../../../minutes/index.ts'
import { paths } from '../../paths.ts'
import { mayAdvise } from '../../policy.ts'
import { groupWishes, matchWishes, type Round, silentRows } from '../round.ts'
import { MatchList } from './match-list.tsx'
import { MeetingName } from './meeting-name.tsx'
import { RoundRows } from './round-rows.tsx'
import { WishGroups } from './wish-groups.tsx'

interface RoundPageProps {
  network: { id: string; slug: string; countries: readonly string[] }
  meeting: Meeting
  /** Null before it is opened. */
  round: Round | null
  actor: Actor
  /** How many rows it would have if it were opened now. */
  members: number
  values: FormValues
  choices: Choices
}

/** The tour de table of a meeting: a row each, silence visible, then the wishes in groups and those that meet. */
export function RoundPage({ network, meeting, round, actor, members, values, choices }: RoundPageProps) {
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
  const said = sayErrors(reader, choiceErrors(choices))
  return (
    <>
      <FormErrors errors={said.list} />
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
            <form
              class="form"
              method="post"
              action={paths.roundRows(reader, network.slug, meeting.slug)}
              novalidate
            >
              <FormFields form={{ values, errors: [] }}>
                <OrganisationPicker
                  name="organisation"
                  label={t('partners.round.addRow')}
                  picked={choices.get('organisation') ?? { state: 'empty' }}
                  error={said.byField['organisation.name']}
                  required
                />
                <p class="form-end">
                  <button class="button" type="submit">
                    {t('partners.round.addRowSave')}
                  </button>
                </p>
              </FormFields>
            </form>
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
