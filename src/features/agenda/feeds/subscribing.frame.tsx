import type { FastifyReply } from 'fastify'
import { withParameters } from '../../../platform/i18n/reader.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { CopyField } from '../../../ui/form/copy-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { type Network, type NetworkRequest, renderNetworkPage } from '../../networks/index.ts'
import { embedPaths } from '../embed/paths.ts'
import { type EventFilter, spanParameters } from '../events/list/event-filter.ts'
import { filterWords } from '../events/list/event-filters.tsx'
import { paths as eventPaths } from '../events/paths.ts'
import { mayMakeFeed } from '../policy.ts'
import { type FeedFormat, feedParameters, paths } from './paths.ts'

interface Drawn {
  filter: EventFilter
  /** Whether calendars are to have the vaguest dates too. */
  hasVague: boolean
  /** Whether the person has as many secret addresses as one may. */
  isFull: boolean
}

/** Sends the page on which one subscribes to the agenda. */
export function renderSubscribing(visit: NetworkRequest, { filter, hasVague, isFull }: Drawn): FastifyReply {
  const { application, context, reader, network } = visit
  return renderNetworkPage(visit, {
    title: reader.t('agenda.subscribe.heading'),
    description: reader.t('agenda.subscribe.lead'),
    path: '/agenda/subscribe',
    width: 'reading',
    children: (
      <SubscribePage
        network={network}
        filter={filter}
        hasVague={hasVague}
        baseUrl={application.settings.baseUrl}
        mayOwn={mayMakeFeed(context.actor, network.id)}
        isFull={isFull}
      />
    ),
  })
}

interface SubscribePageProps {
  network: Network
  filter: EventFilter
  hasVague: boolean
  baseUrl: string
  /** Whether the reader may make a secret address. */
  mayOwn: boolean
  isFull: boolean
}

const newsFormats: readonly FeedFormat[] = ['rss', 'atom', 'json']
const formatNames = { ics: 'iCalendar', rss: 'RSS', atom: 'Atom', json: 'JSON Feed' } as const

/** Every way to have the agenda elsewhere: in a calendar, in a feed reader, on a site; for members also what is for them alone. */
function SubscribePage({ network, filter, hasVague, baseUrl, mayOwn, isFull }: SubscribePageProps) {
  const reader = useReader()
  const { t } = reader
  const parameters = feedParameters(filter)
  const calendarParameters = feedParameters(filter, hasVague)
  const address = (format: FeedFormat) => baseUrl + paths.feed(reader, network.slug, format, parameters)
  return (
    <>
      {isFull ? (
        <Notice kind="warning" live>
          <p>{t('agenda.own.tooMany')}</p>
        </Notice>
      ) : null}
      <PageHeading
        kicker={<a href={eventPaths.agenda(reader, network.slug)}>{t('agenda.list.title')}</a>}
        lead={t('agenda.subscribe.lead')}
      >
        {t('agenda.subscribe.heading')}
      </PageHeading>
      <ChosenFilter network={network} filter={filter} />
      <Section id="calendar" title={t('agenda.subscribe.calendar')}>
        <p>
          {t(hasVague ? 'agenda.subscribe.hasVague' : 'agenda.subscribe.withoutVague')}{' '}
          <a href={paths.subscribe(reader, network.slug, feedParameters(filter, !hasVague))}>
            {t(hasVague ? 'agenda.subscribe.leaveVague' : 'agenda.subscribe.takeVague')}
          </a>
        </p>
        <CalendarAddress address={baseUrl + paths.feed(reader, network.slug, 'ics', calendarParameters)} />
      </Section>
      <Section id="own" title={t('agenda.own.title')}>
        {mayOwn ? (
          <form class="form" method="post" action={paths.ownFeeds(reader, network.slug)}>
            <p>{t('agenda.own.lead')}</p>
            <input type="hidden" name="parameters" value={withParameters('', calendarParameters).slice(1)} />
            <p class="form-end">
              <button class="button" type="submit">
                {t('agenda.own.make')}
              </button>
            </p>
          </form>
        ) : (
          <p>{t('agenda.own.forMembers')}</p>
        )}
      </Section>
      <Section id="news" title={t('agenda.subscribe.news')}>
        <p>{t('agenda.subscribe.newsLead')}</p>
        <ul class="line-list">
          {newsFormats.map((format) => (
            <li key={format}>
              <a href={address(format)}>{formatNames[format]}</a>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="site" title={t('agenda.embed.title')}>
        <p>{t('agenda.embed.lead')}</p>
        <p>
          <a class="button" href={embedPaths.making(reader, network.slug, parameters)}>
            {t('agenda.embed.open')}
          </a>
        </p>
      </Section>
    </>
  )
}

/** How a calendar program gets an address: by one press where the system knows the program, else by copying it. */
export function CalendarAddress({ address }: { address: string }) {
  const { t } = useReader()
  return (
    <div class="calendar-address">
      <p>
        <a class="button" href={address.replace(/^https?:/, 'webcal:')} rel="nofollow">
          {t('agenda.subscribe.open')}
        </a>
      </p>
      <p>{t('agenda.subscribe.byProgram')}</p>
      <CopyField name="address" label={t('agenda.subscribe.address')} text={address} />
      <p>{t('agenda.subscribe.byAddress')}</p>
    </div>
  )
}

interface ChosenFilterProps {
  network: Network
  filter: EventFilter
}

/** The filter of the agenda, with a link to change it. */
export function ChosenFilter({ network, filter }: ChosenFilterProps) {
  const reader = useReader()
  const { t } = reader
  const words = filterWords(reader, filter)
  return (
    <p>
      {words.length === 0
        ? t('agenda.subscribe.everything')
        : `${t('agenda.subscribe.only')} ${words.join(' · ')}`}{' '}
      <a href={eventPaths.agenda(reader, network.slug, spanParameters(filter))}>
        {t('agenda.subscribe.narrow')}
      </a>
    </p>
  )
}
