import type { Actor } from '../../../../platform/context/actor.ts'
import type { FormState } from '../../../../platform/input/form.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { ErrorList, Form } from '../../../../ui/form/form.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { type Choices, OrganisationPicker } from '../../../directory/index.ts'
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
